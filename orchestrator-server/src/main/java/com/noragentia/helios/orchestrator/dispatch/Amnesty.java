/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Clock;
import java.time.Instant;

/**
 * Which setbacks cost a task nothing: what owners hand back, at any time; and what happens while nobody is blamed, since the orchestrator
 * itself was away or has lost what workers told it. Not thread-safe; lives on the
 * writer's thread.
 */
final class Amnesty {

    private final Clock clock;
    private Instant until = Instant.MIN;

    Amnesty(Clock clock) {
        this.clock = clock;
    }

    /** The mirror was read anew: after a start, or after a commit that failed. */
    void declare() {
        until = clock.instant().plus(LeaseRules.AMNESTY);
    }

    /** Whether a setback of a task costs neither an attempt nor blame. */
    boolean covers(LiveTask task, SetbackCause cause) {
        boolean isExcused = cause == SetbackCause.HANDED_BACK
                || (cause.isForgivable() && clock.instant().isBefore(until));
        return isExcused && task.forgiven() < LeaseRules.FORGIVEN_PER_TASK;
    }
}
