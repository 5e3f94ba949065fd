/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.time.Duration;
import java.time.Instant;

/** An amount a second that forgets exponentially: what came t ago counts exp(−t/τ). Not thread-safe. */
final class DecayingRate {

    private static final double MILLIS = 1_000;

    private final double tauSeconds;
    private double perSecond;
    private Instant at = Instant.EPOCH;

    DecayingRate(Duration tau) {
        this.tauSeconds = tau.toMillis() / MILLIS;
    }

    void add(double amount, Instant now) {
        perSecond = at(now) + amount / tauSeconds;
        at = now;
    }

    double at(Instant now) {
        double seconds = Math.max(0, Duration.between(at, now).toMillis() / MILLIS);
        return perSecond * Math.exp(-seconds / tauSeconds);
    }
}
