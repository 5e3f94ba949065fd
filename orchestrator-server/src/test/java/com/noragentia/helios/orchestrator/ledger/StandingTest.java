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
import java.util.Map;
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
    @CsvSource({"71.9, PROVISIONAL", "-500, PROVISIONAL", "1000, PROVISIONAL"})
    void no_note_is_believed_further_than_the_average_of_today_explains(double hoursAgo, Tier tier) {
        assertThat(once(100, hoursAgo).tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"73, 140, PROVISIONAL", "71.9, 140, CONTRIBUTOR", "20, 140, CONTRIBUTOR", "72, 140, PROVISIONAL"})
    void who_earned_enough_until_lately_is_in_grace(double hoursAgo, double recent, Tier tier) {
        Standing standing = once(recent, hoursAgo);

        assertThat(standing.tier()).isEqualTo(tier);
        assertThat(standing.grace()).isEqualTo(tier == Tier.CONTRIBUTOR);
        assertThat(standing.missing()).contains(new Missing(Requirement.RECENT_CREDIT, recent, 150));
        assertThat(standing.activeUntil()).contains(NOW.minus(hours(hoursAgo)));
    }

    private static Standing once(double recent, double hoursAgo) {
        StandingFigures active = figures(13, 0.81, NEVER, recent, 0, 9_000);
        StandingFigures once = new StandingFigures(
                active.memberSince(),
                active.repute(),
                active.recentAverage(),
                active.lifetime(),
                Optional.of(NOW.minus(hours(hoursAgo))));
        return Standing.of(once, JobEquivalent.REFERENCE, NOW);
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
        // passed, bound, failed, recent, owned, today, under way, refusal
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
            double owned,
            int today,
            int underWay,
            ProblemCode refusal) {
        Standing standing =
                Standing.of(figures(passed, lowerBound, failedDays, recent, 0, 9_000), JobEquivalent.REFERENCE, NOW);

        Balance balance = new Balance(Credits.of(owned), Outlay.NOTHING, Credits.ZERO);
        assertThat(Entrance.refusal(
                                standing, balance, new Load(today, underWay), Outlay.NOTHING, JobEquivalent.REFERENCE)
                        .map(problem -> problem.code()))
                .isEqualTo(Optional.ofNullable(refusal));
    }

    /** In usual questions, as the bundled models cost: one of a line is 1.3 and at most 5, a picture 18 and 67, a document of 200 pages 214 and 217. */
    @ParameterizedTest
    @CsvSource({
        // tier, owned, open typical, open most, typical, most, refusal
        "VISITOR,       0,  0,  0,    1.3,    5,",
        "VISITOR,    -8.6,  0,  0,    1.3,    5,",
        "VISITOR,    -8.8,  0,  0,    1.3,    5, QUESTION_TOO_DEAR",
        "VISITOR,   -10.1,  0,  0,    1.3,    5, CREDITS_SPENT",
        "VISITOR,       0,  0,  0, 1069.2, 1086, QUESTION_TOO_DEAR",
        "VISITOR,       0,  0,  0,   18.4,   67, QUESTION_TOO_DEAR",
        "VISITOR,      10,  0,  0,   18.4,   67,",
        "VISITOR,       0,  0,  0,      9,   61, QUESTION_TOO_DEAR",
        "VISITOR,       0,  0,  0,      9,   60,",
        "CONTRIBUTOR,   0,  0,  0,   18.4,   67,",
        "CONTRIBUTOR,   0, 18.4, 67,  1.3,    5,",
        "CONTRIBUTOR,   0, 18.4, 67, 18.4,   67, CREDITS_KEPT_BACK",
        "CONTRIBUTOR,   0, 1.3, 67,   1.3,   14, CREDITS_KEPT_BACK",
        "CONTRIBUTOR,  80, 18.4, 67, 18.4,   67,",
        "CONTRIBUTOR, -12,  0,  0,   18.4,   67, QUESTION_TOO_DEAR",
        "CONTRIBUTOR,   0,  0,  0,    214,  217, QUESTION_TOO_DEAR",
        "CONTRIBUTOR, 190,  0,  0,    214,  217,",
    })
    void what_a_question_comes_to_decides_with_what_is_there_and_what_others_under_way_come_to(
            Tier tier,
            double owned,
            double openTypical,
            double openMost,
            double typical,
            double most,
            ProblemCode refusal) {
        boolean isVisitor = tier == Tier.VISITOR;
        Standing standing = Standing.of(
                isVisitor ? figures(1, 0.22, NEVER, 0, 0, 9_000) : figures(13, 0.81, NEVER, 150, 0, 9_000),
                JobEquivalent.REFERENCE,
                NOW);
        Balance balance = new Balance(jobs(owned), new Outlay(jobs(openTypical), jobs(openMost)), Credits.ZERO);

        assertThat(Entrance.refusal(
                                standing,
                                balance,
                                new Load(0, 0),
                                new Outlay(jobs(typical), jobs(most)),
                                JobEquivalent.REFERENCE)
                        .map(problem -> problem.code()))
                .isEqualTo(Optional.ofNullable(refusal));
    }

    private static Credits jobs(double jobs) {
        return JobEquivalent.REFERENCE.times(jobs);
    }

    @Test
    void who_asks_for_too_much_is_told_what_it_would_cost_and_what_is_there() {
        Standing standing = Standing.of(figures(1, 0.22, NEVER, 0, 0, 9_000), JobEquivalent.REFERENCE, NOW);

        assertThat(Entrance.refusal(
                                standing,
                                Balance.NOTHING,
                                new Load(0, 0),
                                Outlay.of(jobs(1_065)),
                                JobEquivalent.REFERENCE)
                        .orElseThrow()
                        .values())
                .containsOnly(Map.entry("cost", "31950"), Map.entry("have", "0"), Map.entry("limit", "300"));
    }

    @ParameterizedTest
    @CsvSource({
        "VISITOR,     9000,   0.25",
        "PROVISIONAL, 9000,   1",
        "PROVISIONAL, 0,      1",
        "PROVISIONAL, -0.1,   0.25",
        "CONTRIBUTOR, -900,   0.25",
        "TRUSTED,     -0.1,   0.25",
        "CONTRIBUTOR, 0,      1",
        "CONTRIBUTOR, 1500,   2",
        "CONTRIBUTOR, 4500,   3",
        "TRUSTED,     46500,  6",
        "TRUSTED,     9e9,    6",
    })
    void the_share_of_a_busy_network_grows_with_what_was_saved(Tier tier, double owned, double weight) {
        assertThat(TierRights.weight(tier, Credits.of(owned), JobEquivalent.REFERENCE))
                .isEqualTo(weight);
    }
}
