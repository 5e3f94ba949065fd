/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Instant;

/**
 * What one worker did for a job. Stored as JSON while other parts are under way.
 *
 * @param worker name of its device
 * @param own whether it belongs to the member who asked
 * @param begunAt when it took the task
 * @param endedAt when it was done
 */
record Contribution(
        String worker, boolean own, String model, Instant begunAt, Instant endedAt, TaskOutput output, Usage usage) {

    static Contribution of(Lease lease, Instant now, TaskOutput output, Usage usage) {
        return new Contribution(
                lease.holder().name(), lease.isOwn(), lease.model(), lease.issuedAt(), now, output, usage);
    }
}
