/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What checks have shown, the old ones fading: trust.md 2.2. Immutable.
 *
 * @param good checks passed, weighed by age
 * @param bad checks failed, times {@link #FAILURE_WEIGHT}, weighed by age
 * @param asOf until when they are weighed
 * @param passed checks passed, ever
 * @param convictedAt when one failed last
 */
record Evidence(double good, double bad, Instant asOf, long passed, Optional<Instant> convictedAt) {

    static final Duration HALF_LIFE_OF_PASSES = Duration.ofDays(30);
    static final Duration HALF_LIFE_OF_FAILURES = Duration.ofDays(90);
    static final double FAILURE_WEIGHT = 10;

    Evidence {
        if (!(good >= 0) || !(bad >= 0)) {
            throw new IllegalArgumentException("evidence of " + good + " and " + bad);
        }
    }

    static Evidence none(Instant now) {
        return new Evidence(0, 0, now, 0, Optional.empty());
    }

    Evidence plus(boolean hasPassed, Instant at) {
        Evidence faded = at(at);
        return hasPassed
                ? new Evidence(faded.good + 1, faded.bad, faded.asOf, passed + 1, convictedAt)
                : new Evidence(faded.good, faded.bad + FAILURE_WEIGHT, faded.asOf, passed, Optional.of(faded.asOf));
    }

    /** What two models of a device have shown together. */
    Evidence and(Evidence other) {
        Instant latest = asOf.isAfter(other.asOf) ? asOf : other.asOf;
        Evidence mine = at(latest);
        Evidence its = other.at(latest);
        return new Evidence(
                mine.good + its.good, mine.bad + its.bad, latest, passed + other.passed, later(other.convictedAt));
    }

    /** The later of two convictions. */
    Optional<Instant> later(Optional<Instant> conviction) {
        return convictedAt
                .filter(mine -> conviction.filter(mine::isBefore).isEmpty())
                .or(() -> conviction);
    }

    /** What is left of it. A clock that went back makes nothing older or younger. */
    Evidence at(Instant now) {
        if (!now.isAfter(asOf)) {
            return this;
        }
        double age = Duration.between(asOf, now).toMillis();
        return new Evidence(
                good * Math.pow(2, -age / HALF_LIFE_OF_PASSES.toMillis()),
                bad * Math.pow(2, -age / HALF_LIFE_OF_FAILURES.toMillis()),
                now,
                passed,
                convictedAt);
    }

    Reputation reputation(Instant now) {
        Evidence faded = at(now);
        return new Reputation(passed, BetaBound.of(faded.good, faded.bad), convictedAt);
    }
}
