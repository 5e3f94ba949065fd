/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;

/**
 * A model on a worker: being loaded, or ready for tasks.
 *
 * @param namedOnly whether it serves only those who name it
 */
public record HostedModel(String id, Set<Expert> experts, boolean ready, boolean namedOnly) {

    /** One that serves everybody. */
    public HostedModel(String id, Set<Expert> experts, boolean ready) {
        this(id, experts, ready, false);
    }

    /** Whether it answers what waits in a lane. */
    boolean serves(LaneKey lane) {
        return experts.contains(lane.expert()) && lane.model().map(id::equals).orElse(!namedOnly);
    }
}
