/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.time.Duration;
import java.time.Instant;

/**
 * How much work arrives for one expert, in credits (reference seconds) a second: the larger of a short and a long average, so that a crowd
 * is seen at once and not forgotten at once. Not thread-safe.
 */
final class ExpertDemand {

    static final Duration SHORT = Duration.ofSeconds(60);
    static final Duration LONG = Duration.ofMinutes(30);
    /** Within this time what waits is to be worked off. */
    static final Duration BACKLOG_HORIZON = Duration.ofMinutes(5);
    /** What a task is taken to cost before any has been seen. */
    static final double UNKNOWN_COST_CREDITS = 5;

    private static final double TOO_FEW = 1e-9;

    private final DecayingRate recent = new DecayingRate(SHORT);
    private final DecayingRate lasting = new DecayingRate(LONG);
    private final DecayingRate tasks = new DecayingRate(LONG);

    void arrived(double credits, Instant now) {
        recent.add(credits, now);
        lasting.add(credits, now);
        tasks.add(1, now);
    }

    /** λ̂·E[S] + backlog·E[S] / 300 s. */
    double offeredLoad(int backlog, Instant now) {
        return Math.max(recent.at(now), lasting.at(now)) + backlog * meanCost(now) / BACKLOG_HORIZON.toSeconds();
    }

    private double meanCost(Instant now) {
        double rate = tasks.at(now);
        return rate < TOO_FEW ? UNKNOWN_COST_CREDITS : lasting.at(now) / rate;
    }
}
