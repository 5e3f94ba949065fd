/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one worker did for a job. Stored as JSON while other parts are under way.
 *
 * @param worker name of its device
 * @param own whether it belongs to the member who asked
 * @param begunAt when it took the task
 * @param endedAt when it was done
 * @param paid what the member paid for it; null where it was done before there was a ledger
 */
record Contribution(
        String worker,
        boolean own,
        String model,
        Instant begunAt,
        Instant endedAt,
        TaskOutput output,
        Usage usage,
        @Nullable Credits paid) {

    /** Nothing where nobody knew. */
    Credits cost() {
        return Objects.requireNonNullElse(paid, Credits.ZERO);
    }

    static Contribution of(Lease lease, Instant now, TaskOutput output, Usage usage, Credits paid) {
        return new Contribution(
                lease.holder().name(), lease.isOwn(), lease.model(), lease.issuedAt(), now, output, usage, paid);
    }
}
