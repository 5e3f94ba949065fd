/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;
import java.time.Instant;

/**
 * The recent average credit of a member: what matured, weighed by age with a half-life of seven days, divided by the weight of the days of its
 * membership. Without the division a newcomer's steady work would need weeks to show, as days before it came counted as idle ones. Pure.
 */
final class RecentAverage {

    /** Who has been a member for less has been so for this long, or the first minute would make an average of a day. */
    private static final Duration LEAST_MEMBERSHIP = Duration.ofDays(1);

    private RecentAverage() {}

    /**
     * Credits a day.
     *
     * @param weighed {@link Activity#credits}: as if the member had always been one
     */
    static Credits of(Credits weighed, Instant since, Instant now) {
        return weighed.times(1 / (1 - before(since, now)));
    }

    /** Of somebody's activity, at {@code now} in epoch milliseconds. */
    static Credits of(Activity activity, Instant since, long now) {
        return of(activity.credits(now), since, Instant.ofEpochMilli(now));
    }

    /** Of all weight since ever, the share of the days before the membership: 0 to 1, the less the longer it lasts. */
    static double before(Instant since, Instant now) {
        double membership = Math.max(Duration.between(since, now).toMillis(), LEAST_MEMBERSHIP.toMillis());
        return Math.pow(2, -membership / LedgerRules.ACTIVITY_HALF_LIFE.toMillis());
    }
}
