/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.placement.Load;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;

/** Stands in while dispatch does not tell its queues: nothing waits, everybody is idle. Running tasks are finished by workers all the same. */
record UnknownLoad() implements Load {

    @Override
    public int backlog(Expert expert) {
        return 0;
    }

    @Override
    public Duration remaining(String device, String model) {
        return Duration.ZERO;
    }
}
