/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that the tier of a member follows from.
 *
 * @param recentAverage credits a day
 * @param lifetime earned and matured, ever
 * @param activeUntil up to when, as was noted last, the recent average was or would be enough
 */
record StandingFigures(
        Instant memberSince, Repute repute, Credits recentAverage, Credits lifetime, Optional<Instant> activeUntil) {

    /** Has anything of use ever come from this member? */
    boolean hasContributed() {
        return repute.passed() > 0 || lifetime.isPositive();
    }

    /** What is there of a requirement, in its unit; infinite where it cannot be lacking. */
    double have(Requirement requirement, Instant now) {
        return switch (requirement) {
            case CHECKS_PASSED -> repute.passed();
            case RECENT_CREDIT -> recentAverage.toDouble();
            case REPUTATION -> repute.lowerBound();
            case DAYS_WITHOUT_FAILED_CHECK ->
                repute.failedAt()
                        .map(at -> Duration.between(at, now).toMillis()
                                / (double) Duration.ofDays(1).toMillis())
                        .orElse(Double.POSITIVE_INFINITY);
            case HOURS_AS_MEMBER ->
                Duration.between(memberSince, now).toMillis()
                        / (double) Duration.ofHours(1).toMillis();
            case LIFETIME_CREDIT -> lifetime.toDouble();
        };
    }
}
