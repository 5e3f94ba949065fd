/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.WaitReason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the tasks of a job get on.
 *
 * @param isRunning whether a worker has one of them
 * @param position how many tasks will begin before the next of them; empty while none waits
 * @param estimate when the job will probably be answered, from now; empty where nothing is known to reckon with
 * @param reason why it has not begun; empty once it runs
 */
public record JobWait(
        boolean isRunning, OptionalInt position, Optional<Duration> estimate, Optional<WaitReason> reason) {

    /** Of a job that has ended. */
    public static final JobWait OVER = new JobWait(false, OptionalInt.empty(), Optional.empty(), Optional.empty());
}
