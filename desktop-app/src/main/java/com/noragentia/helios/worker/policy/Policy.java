/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.noragentia.helios.computer.Readings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * May this computer work for others now? First the person's wish counts, then the reasons in their order. What was before matters, lest
 * states flutter; so each decision brings the policy of the next. It governs work for others: questions of the own member are stopped by
 * the person's wish alone. Immutable.
 */
public final class Policy {

    private final Map<Reason, Hold> holds;

    private Policy(Map<Reason, Hold> holds) {
        this.holds = Map.copyOf(holds);
    }

    /** One that has seen nothing. */
    public static Policy begin() {
        return new Policy(Map.of());
    }

    /**
     * What is decided.
     *
     * @param next decides after this one
     * @param cores the share of the processors that may be used, more than 0 and at most 1
     */
    public record Decision(WorkerState state, double cores, Policy next) {}

    /**
     * Decides.
     *
     * @param tasks that the worker has in hand
     * @param clock of the owner, with the zone of the time table
     */
    public Decision decide(Preferences preferences, Readings readings, Wish wish, int tasks, Clock clock) {
        Instant now = clock.instant();
        Signs signs = new Signs(preferences, readings, LocalDateTime.ofInstant(now, clock.getZone()));
        Map<Reason, Hold> after = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            Hold before = holds.getOrDefault(reason, Hold.NOT);
            after.put(reason, before.after(signs.of(reason), signs.detail(reason), reason, now));
        }
        WorkerState state = wished(wish, tasks, now)
                .or(() -> preferences.isAlways() ? Optional.empty() : held(after, tasks))
                .orElseGet(() -> tasks > 0 ? new WorkerState.Working(tasks) : new WorkerState.Ready());
        double cores = preferences.isAlways() ? 1 : preferences.cores(signs.isInUse());
        return new Decision(state, cores, new Policy(after));
    }

    private static Optional<WorkerState> wished(Wish wish, int tasks, Instant now) {
        return switch (wish) {
            case Wish.Contribute contribute -> Optional.empty();
            case Wish.Pause pause ->
                pause.until() == null || pause.until().isAfter(now)
                        ? Optional.of(new WorkerState.Paused(pause.until()))
                        : Optional.empty();
            case Wish.FinishThenPause finish ->
                Optional.of(tasks > 0 ? new WorkerState.FinishingThenPausing(tasks) : new WorkerState.Paused(null));
            case Wish.FinishThenQuit finish -> Optional.of(new WorkerState.FinishingThenQuitting(tasks));
        };
    }

    /** The weightiest reason that holds. */
    private static Optional<WorkerState> held(Map<Reason, Hold> holds, int tasks) {
        return Arrays.stream(Reason.values())
                .filter(reason -> holds.getOrDefault(reason, Hold.NOT).holds())
                .findFirst()
                .map(reason -> new WorkerState.Idle(
                        reason, holds.getOrDefault(reason, Hold.NOT).detail(), tasks));
    }
}
