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
 * @param member the device's owner
 * @param begunAt when it took the task
 */
record Contribution(String worker, String member, String model, Instant begunAt, TaskOutput output, Usage usage) {

    static Contribution of(Lease lease, TaskOutput output, Usage usage) {
        return new Contribution(
                lease.holder().name(), lease.holder().member(), lease.model(), lease.issuedAt(), output, usage);
    }
}
