/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;

/**
 * A model on a worker: being loaded, or ready for tasks.
 *
 * @param namedOnly whether it serves only those who name it
 * @param rank whoever names no model is answered by those of the smallest rank that have a hand free
 * @param atOnce answers that are written side by side; 1 where one thing is done after another
 */
public record HostedModel(String id, Set<Expert> experts, boolean ready, boolean namedOnly, int rank, int atOnce) {

    /** A worker's claim becomes what one may ask of a computer. */
    public HostedModel {
        atOnce = Math.clamp(atOnce, 1, Limit.ANSWERS_AT_ONCE.intValue());
    }

    /** One that does one thing after another, of the first rank. */
    public HostedModel(String id, Set<Expert> experts, boolean ready, boolean namedOnly) {
        this(id, experts, ready, namedOnly, 0, 1);
    }

    /** One that serves everybody. */
    public HostedModel(String id, Set<Expert> experts, boolean ready) {
        this(id, experts, ready, false);
    }

    boolean writesSideBySide() {
        return atOnce > 1;
    }

    /** Whether it answers what waits in a lane. */
    boolean serves(LaneKey lane) {
        return experts.contains(lane.expert()) && lane.model().map(id::equals).orElse(!namedOnly);
    }
}
