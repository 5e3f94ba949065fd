/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.Optional;

/**
 * A worker's temporary right to a task.
 *
 * @param model id of the model to use
 * @param attempt 1 for the first lease of the task
 * @param expiresAt when it ends unless progress renews it
 * @param mark how far its worker had come when it was last renewed
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
        Mark mark,
        Stored stored) {

    /**
     * How far a worker has come with its lease. A report that shows the same again is no progress.
     *
     * @param piece the highest index it has sent; -1 before the first
     * @param done of the phase
     */
    record Mark(int piece, Optional<Phase> phase, int done) {

        static final Mark NONE = new Mark(-1, Optional.empty(), 0);

        Mark with(Phase newPhase, int newDone) {
            return new Mark(piece, Optional.of(newPhase), newDone);
        }

        Mark withPiece(int index) {
            return new Mark(Math.max(piece, index), phase, done);
        }
    }

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
