/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The end of a job that went well.
 *
 * @param output the answer
 * @param worker name of the device that answered; of a job in parts, all of them, joined by commas
 * @param model id of the model that answered; likewise
 * @param usage what it used
 * @param timings how long it took
 * @param credits what the member pays, with what is burned; 0 on the member's own devices and those of kin, null in results from before
 *     work was measured
 */
public record JobResult(
        TaskOutput output,
        String worker,
        String model,
        Usage usage,
        Timings timings,
        @Nullable Double credits) {

    /**
     * Milliseconds since the job was accepted, measured by the orchestrator.
     *
     * @param queue until a worker took it, or the first of its parts (the attempt that succeeded)
     * @param firstToken until the first piece of the answer came
     * @param total until the answer was complete
     */
    public record Timings(long queue, long firstToken, long total) {}
}
