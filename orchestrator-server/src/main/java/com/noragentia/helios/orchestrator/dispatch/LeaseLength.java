/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a worker may keep a task without progress: networks.md §3.1, "Recommended for Helios". Pure.
 */
final class LeaseLength {

    static final Duration SHORTEST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);
    /** A cold model gets at least this long to load, however fast it was before. */
    static final Duration LOAD_AT_LEAST = Duration.ofSeconds(30);
    /** How long all renewals together may keep a task at one worker. */
    static final Duration RENEWED_AT_MOST = Duration.ofMinutes(60);
    /** For what is not work: the way there and back, a hiccup of the network. */
    private static final Duration SLACK = Duration.ofSeconds(15);
    /** How much slower than measured a worker may be. */
    private static final double PATIENCE = 2;

    private LeaseLength() {}

    /** @param cold whether the model is still to be loaded */
    static Duration of(Work work, Speed speed, boolean cold) {
        Speed known = speed.orElse(Speed.CAUTIOUS);
        double load = cold ? Math.max((double) LOAD_AT_LEAST.toMillis(), PATIENCE * known.loadMillis()) : 0;
        double millis = load + PATIENCE * known.millisFor(work) + SLACK.toMillis();
        return Duration.ofMillis((long) Math.clamp(millis, (double) SHORTEST.toMillis(), (double) LONGEST.toMillis()));
    }

    /** A length, and the time that its worker needs before it can begin; no more than the longest. */
    static Duration with(Duration length, Duration before) {
        Duration sum = length.plus(before);
        return sum.compareTo(LONGEST) < 0 ? sum : LONGEST;
    }

    /** When a lease of this length ends whose worker has moved just {@code now}. */
    static Instant renewed(Instant issuedAt, Duration length, Instant now) {
        Instant end = now.plus(length);
        Instant latest = issuedAt.plus(RENEWED_AT_MOST);
        return end.isBefore(latest) ? end : latest;
    }
}
