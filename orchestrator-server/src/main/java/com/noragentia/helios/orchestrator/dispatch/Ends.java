/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * How a device's leases ended, the old ones fading: trust.md §2.2. Immutable.
 *
 * @param good answers, weighed by age
 * @param blamed leases that it let go of without an excuse, weighed by age
 */
record Ends(double good, double blamed, Instant asOf) {

    /** After so long an end counts half. */
    static final Duration HALF_LIFE = Duration.ofDays(7);
    /** What the least dependable device still has, so that it is tried again some day. */
    static final double LEAST_FACTOR = 0.25;

    /** Good ends that everybody is given to begin with, so that one mishap is no verdict. */
    private static final double ADVANCE = 2;

    Ends {
        good = Double.isFinite(good) ? Math.max(0, good) : 0;
        blamed = Double.isFinite(blamed) ? Math.max(0, blamed) : 0;
    }

    static Ends none(Instant now) {
        return new Ends(0, 0, now);
    }

    Ends plus(double moreGood, double moreBlamed, Instant now) {
        double weight = weightAt(now);
        Instant latest = now.isAfter(asOf) ? now : asOf;
        return new Ends(good * weight + moreGood, blamed * weight + moreBlamed, latest);
    }

    /** In (0.25, 1]: by what its predicted times are divided. */
    double factorAt(Instant now) {
        double weight = weightAt(now);
        double share = (good * weight + ADVANCE) / ((good + blamed) * weight + ADVANCE);
        return LEAST_FACTOR + (1 - LEAST_FACTOR) * share;
    }

    /** A clock that went back makes nothing older or younger. */
    private double weightAt(Instant now) {
        double age = Math.max(0, Duration.between(asOf, now).toMillis());
        return Math.pow(2, -age / HALF_LIFE.toMillis());
    }
}
