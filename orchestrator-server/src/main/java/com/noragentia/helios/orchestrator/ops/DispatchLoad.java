/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.dispatch.Occupancy;
import com.noragentia.helios.orchestrator.placement.Load;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;

/** What dispatch tells placement. */
record DispatchLoad(Occupancy occupancy) implements Load {

    @Override
    public int backlog(Expert expert) {
        return occupancy.waiting(expert);
    }

    @Override
    public int backlogOf(String model) {
        return occupancy.waitingFor(model);
    }

    @Override
    public Duration remaining(String device, String model) {
        return occupancy.remaining(device, model);
    }
}
