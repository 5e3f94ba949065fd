/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.api.StandingReport.Missing;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standing of a member, row by row. */
class StandingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final double NEVER = -1;

    /** Empty cells of a row say: never. */
    private static StandingFigures figures(
            long passed, double lowerBound, double failedDays, double recent, double lifetime, double memberHours) {
        return new StandingFigures(
                NOW.minus(hours(memberHours)),
                new Repute(
                        passed,
                        lowerBound,
                        failedDays == NEVER ? Optional.empty() : Optional.of(NOW.minus(hours(24 * failedDays)))),
                Credits.of(recent),
                Credits.of(lifetime),
                Optional.empty());
    }

    private static Duration hours(double hours) {
        return Duration.ofMillis(Math.round(hours * 3_600_000));
    }

    @ParameterizedTest
    @CsvSource({
        // passed, bound, failed days ago, recent, lifetime, member hours, tier, bad, contributed
        "0,    0.05, -1,    0,     0,      0,   VISITOR,     false, false",
        "1,    0.22, -1,    0,     0,      0,   VISITOR,     false, true",
        "0,    0.05, -1,    0,     1,      0,   VISITOR,     false, true",
        "9,    0.74, -1,  500, 20000,   9000,   VISITOR,     false, true",
        "10,   0.76, -1,    0,     0,      0,   PROVISIONAL, false, true",
        "10,   0.76, -1,  500,     0,    100,   PROVISIONAL, false, true",
        "13,   0.81, -1,  150,     0,     24,   CONTRIBUTOR, false, true",
        "13,   0.81, -1,  150,     0,  23.99,   PROVISIONAL, false, true",
        "13,   0.81, -1,  149.9,   0,     24,   PROVISIONAL, false, true",
        "13,   0.799,-1,  150,     0,     24,   PROVISIONAL, false, true",
        "300,  0.94, 13.9,150, 20000,   9000,   PROVISIONAL, false, true",
        "300,  0.94, 14,  150, 20000,   9000,   TRUSTED,     false, true",
        "28,   0.90, -1,  150, 15000,    336,   TRUSTED,     false, true",
        "28,   0.899,-1,  150, 15000,    336,   CONTRIBUTOR, false, true",
        "28,   0.90, -1,  150, 14999.9,  336,   CONTRIBUTOR, false, true",
        "28,   0.90, -1,  150, 15000,    335,   CONTRIBUTOR, false, true",
        "28,   0.90, -1,  149, 15000,    336,   PROVISIONAL, false, true",
        "20,   0.49, 13.9,500,   100,   9000,   PROVISIONAL, true,  true",
        "20,   0.50, 13.9,500,   100,   9000,   PROVISIONAL, false, true",
        "20,   0.49, 14,  500,   100,   9000,   PROVISIONAL, false, true",
        "0,    0.01, 0,     0,     0,      0,   VISITOR,     true,  false",
    })
    void the_tier_follows_from_the_figures(
            long passed,
            double lowerBound,
            double failedDays,
            double recent,
            double lifetime,
            double memberHours,
            Tier tier,
            boolean isBad,
            boolean hasContributed) {
        Standing standing = Standing.of(
                figures(passed, lowerBound, failedDays, recent, lifetime, memberHours), JobEquivalent.REFERENCE, NOW);

        assertThat(standing.tier()).isEqualTo(tier);
        assertThat(standing.bad()).isEqualTo(isBad);
        assertThat(standing.contributed()).isEqualTo(hasContributed);
    }

    @Test
    void what_is_missing_stands_in_numbers() {
        Standing standing = Standing.of(figures(12, 0.79, 3, 80, 0, 6), JobEquivalent.REFERENCE, NOW);

        assertThat(standing.next()).isEqualTo(Tier.CONTRIBUTOR);
        assertThat(standing.missing())
                .containsExactly(
                        new Missing(Requirement.RECENT_CREDIT, 80, 150),
                        new Missing(Requirement.REPUTATION, 0.79, 0.80),
                        new Missing(Requirement.DAYS_WITHOUT_FAILED_CHECK, 3, 14),
                        new Missing(Requirement.HOURS_AS_MEMBER, 6, 24));
        assertThat(Standing.of(figures(4, 0.5, NEVER, 0, 0, 0), JobEquivalent.REFERENCE, NOW)
                        .missing())
                .containsExactly(new Missing(Requirement.CHECKS_PASSED, 4, 10));
        assertThat(Standing.of(figures(300, 0.99, NEVER, 600, 20_000, 9_000), JobEquivalent.REFERENCE, NOW)
                        .missing())
                .isEmpty();
    }

    @Test
    void a_tier_lasts_three_days_longer_than_the_average_that_it_takes() {
        // 600 a day is 150 after two half-lives of seven days.
        Standing standing = Standing.of(figures(13, 0.81, NEVER, 600, 0, 90_000), JobEquivalent.REFERENCE, NOW);

        assertThat(standing.grace()).isFalse();
        assertThat(standing.until())
                .hasValueSatisfying(until ->
                        assertThat(Duration.between(NOW, until)).isCloseTo(Duration.ofDays(17), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, CONTRIBUTOR", "71.9, CONTRIBUTOR", "72, PROVISIONAL", "1000, PROVISIONAL"})
    void who_earned_enough_until_lately_is_in_grace(double hoursAgo, Tier tier) {
        StandingFigures active = figures(13, 0.81, NEVER, 100, 0, 9_000);
        StandingFigures once = new StandingFigures(
                active.memberSince(),
                active.repute(),
                active.recentAverage(),
                active.lifetime(),
                Optional.of(NOW.minus(hours(hoursAgo))));

        Standing standing = Standing.of(once, JobEquivalent.REFERENCE, NOW);

        assertThat(standing.tier()).isEqualTo(tier);
        assertThat(standing.grace()).isEqualTo(tier == Tier.CONTRIBUTOR);
        assertThat(standing.missing()).contains(new Missing(Requirement.RECENT_CREDIT, 100, 150));
        assertThat(standing.activeUntil()).isEqualTo(once.activeUntil());
    }

    @Test
    void grace_covers_no_failed_check() {
        StandingFigures figures = new StandingFigures(
                NOW.minus(Duration.ofDays(100)),
                new Repute(100, 0.6, Optional.of(NOW)),
                Credits.of(100),
                Credits.of(20_000),
                Optional.of(NOW));

        assertThat(Standing.of(figures, JobEquivalent.REFERENCE, NOW).tier()).isEqualTo(Tier.PROVISIONAL);
    }

    @Test
    void bad_reputation_ends_a_fortnight_after_the_failed_check() {
        Standing standing = Standing.of(figures(20, 0.3, 4, 0, 0, 9_000), JobEquivalent.REFERENCE, NOW);

        assertThat(standing.until()).contains(NOW.plus(Duration.ofDays(10)));
    }

    @Test
    void an_absurd_average_still_has_an_end() {
        Standing standing = Standing.of(figures(13, 0.81, NEVER, 9e12, 0, 9_000), JobEquivalent.REFERENCE, NOW);

        assertThat(standing.until())
                .hasValueSatisfying(until -> assertThat(until).isBefore(NOW.plus(Duration.ofDays(400))));
    }

    @ParameterizedTest
    @CsvSource({
        // passed, bound, failed, recent, available, today, under way, refusal
        "0,  0.05, -1,   0,     0,  0, 0, CONTRIBUTION_REQUIRED",
        "1,  0.22, -1,   0,     0,  0, 0,",
        "1,  0.22, -1,   0,     0,  9, 0,",
        "1,  0.22, -1,   0,     0, 10, 0, DAILY_LIMIT_REACHED",
        "1,  0.22, -1,   0,  -300,  0, 0,",
        "1,  0.22, -1,   0, -300.1, 0, 0, CREDITS_SPENT",
        "1,  0.22, -1,   0,     0,  0, 1, TOO_MANY_JOBS",
        "10, 0.76, -1,   0,     0, 59, 0,",
        "10, 0.76, -1,   0,     0, 60, 0, DAILY_LIMIT_REACHED",
        "10, 0.76, -1,   0,     0,  0, 1, TOO_MANY_JOBS",
        "10, 0.20,  1,   0,  9000,  0, 0, REPUTATION_LOST",
        "0,  0.01,  1,   0,     0,  0, 0, REPUTATION_LOST",
        "13, 0.81, -1, 150,  -900, 99, 3,",
        "13, 0.81, -1, 150, -900.1, 0, 0, CREDITS_SPENT",
        "13, 0.81, -1, 150,     0,  0, 4, TOO_MANY_JOBS",
    })
    void who_is_refused_is_told_why(
            long passed,
            double lowerBound,
            double failedDays,
            double recent,
            double available,
            int today,
            int underWay,
            ProblemCode refusal) {
        Standing standing =
                Standing.of(figures(passed, lowerBound, failedDays, recent, 0, 9_000), JobEquivalent.REFERENCE, NOW);

        assertThat(Entrance.refusal(standing, Credits.of(available), new Load(today, underWay), JobEquivalent.REFERENCE)
                        .map(problem -> problem.code()))
                .isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest
    @CsvSource({
        "VISITOR,     9000,   0.25",
        "PROVISIONAL, 9000,   1",
        "PROVISIONAL, 0,      1",
        "PROVISIONAL, -0.1,   0.25",
        "CONTRIBUTOR, -900,   1",
        "CONTRIBUTOR, 0,      1",
        "CONTRIBUTOR, 1500,   2",
        "CONTRIBUTOR, 4500,   3",
        "TRUSTED,     46500,  6",
        "TRUSTED,     9e9,    6",
    })
    void the_share_of_a_busy_network_grows_with_what_was_saved(Tier tier, double available, double weight) {
        assertThat(TierRights.weight(tier, Credits.of(available), JobEquivalent.REFERENCE))
                .isEqualTo(weight);
    }
}
