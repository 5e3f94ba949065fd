/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;

/**
 * A worker's temporary right to a task.
 *
 * @param model id of the model to use
 * @param attempt 1 for the first lease of the task
 * @param expiresAt when it ends unless progress renews it
 */
public record Lease(
        String id,
        String task,
        String job,
        Expert expert,
        Holder holder,
        String model,
        int attempt,
        Instant issuedAt,
        Instant expiresAt,
        Stored stored) {

    /**
     * What is stored of the answer so far, over all attempts.
     *
     * @param pieces how many pieces
     * @param characters how long they are, together
     * @param reports how many reports of work that are not pieces
     */
    public record Stored(int pieces, long characters, int reports) {

        static final Stored NOTHING = new Stored(0, 0, 0);
    }
}
