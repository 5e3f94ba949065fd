/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standing where it meets the store: what is remembered, and for how long. */
class StandingDeskTest {

    private static final Load NOTHING_YET = new Load(0, 0);

    private final TestClock clock = new TestClock();
    private final Figures figures = new Figures(clock.instant().minus(Duration.ofDays(100)));

    @TempDir
    private Path folder = Path.of("");

    private SqliteStore store;
    private StandingDesk desk;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("helios.db"));
        desk = desk(Access.CONTRIBUTORS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private StandingDesk desk(Access access) {
        return desk(access, JobEquivalent.REFERENCE);
    }

    private StandingDesk desk(Access access, JobEquivalent job) {
        return new StandingDesk(figures, figures, figures, access, () -> job, clock);
    }

    private Optional<ProblemCode> refusal(String member) {
        return store.write(tx -> desk.refusal(tx, member, NOTHING_YET, Outlay.NOTHING))
                .map(Problem::code);
    }

    private StandingReport report(String member) {
        return store.write(tx -> desk.report(tx, member, NOTHING_YET));
    }

    private static Repute passed(long checks) {
        return new Repute(checks, Math.pow(0.05, 1.0 / (checks + 1)), Optional.empty());
    }

    @Test
    void who_never_contributed_is_let_in_as_soon_as_the_first_check_is_passed() {
        assertThat(refusal("ana")).contains(ProblemCode.CONTRIBUTION_REQUIRED);

        figures.put("ana", passed(1), 0, 0, 0);

        assertThat(refusal("ana")).isEmpty();
    }

    @Test
    void money_counts_at_once_and_a_tier_within_half_a_minute() {
        figures.put("ana", passed(13), 0, 150, 0);
        assertThat(refusal("ana")).isEmpty();

        figures.put("ana", passed(13), -901, 0, 0);
        assertThat(refusal("ana")).contains(ProblemCode.CREDITS_SPENT);

        figures.put("ana", new Repute(13, 0.3, Optional.of(clock.instant())), 0, 0, 0);
        clock.pass(StandingDesk.FRESH);
        assertThat(refusal("ana")).contains(ProblemCode.REPUTATION_LOST);
    }

    @Test
    void asking_again_and_again_does_not_keep_an_old_standing_alive() {
        figures.put("ana", passed(13), 0, 150, 0);
        assertThat(refusal("ana")).isEmpty();
        figures.put("ana", new Repute(13, 0.3, Optional.of(clock.instant())), 0, 0, 0);

        for (int second = 0; second < 30; second += 10) {
            clock.pass(Duration.ofSeconds(10));
            refusal("ana");
        }

        assertThat(refusal("ana")).contains(ProblemCode.REPUTATION_LOST);
    }

    @Test
    void a_standing_that_was_reckoned_anew_is_fresh_anew_though_it_is_the_same() {
        figures.put("ana", passed(1), 0, 0, 0);
        assertThat(refusal("ana")).isEmpty();
        clock.pass(StandingDesk.FRESH);
        assertThat(refusal("ana")).isEmpty();
        assertThat(figures.reckoned).isEqualTo(2);

        for (int second = 0; second < 29; second++) {
            clock.pass(Duration.ofSeconds(1));
            assertThat(refusal("ana")).isEmpty();
        }

        assertThat(figures.reckoned).isEqualTo(2);
    }

    @Test
    void the_weight_is_that_of_the_balance_when_a_question_was_let_in() {
        assertThat(desk.weight("ana")).isEqualTo(1);

        figures.put("ana", passed(13), 4_500, 150, 0);
        refusal("ana");
        assertThat(desk.weight("ana")).isEqualTo(3);

        figures.put("ben", passed(1), 0, 0, 0);
        refusal("ben");
        assertThat(desk.weight("ben")).isEqualTo(0.25);
    }

    @Test
    void grace_outlives_a_restart() {
        figures.put("ana", passed(13), 0, 150, 0);
        assertThat(report("ana").tier()).isEqualTo(Tier.CONTRIBUTOR);

        figures.put("ana", passed(13), 0, 140, 0);
        clock.pass(Duration.ofHours(71));
        store.close();
        open();

        assertThat(report("ana").tier()).isEqualTo(Tier.CONTRIBUTOR);
        assertThat(report("ana").grace()).isTrue();
        clock.pass(Duration.ofHours(2));
        assertThat(report("ana").tier()).isEqualTo(Tier.PROVISIONAL);
        assertThat(report("ana").until()).isNull();
    }

    @Test
    void whose_contribution_was_a_mistake_is_no_contributor_for_weeks() {
        figures.put("ana", passed(13), 0, 2_000, 0);
        assertThat(report("ana").tier()).isEqualTo(Tier.CONTRIBUTOR);

        figures.put("ana", passed(13), 0, 140, 0); // without what was reversed
        assertThat(report("ana").grace()).isTrue();
        for (int hour = 0; hour < 60; hour++) {
            clock.pass(Duration.ofHours(1));
            report("ana");
        }

        assertThat(report("ana").tier()).isEqualTo(Tier.PROVISIONAL);
    }

    @Test
    void where_a_usual_question_has_become_dearer_the_old_line_makes_nobody_a_contributor_for_weeks() {
        figures.put("ana", passed(13), 0, 290, 0);
        assertThat(report("ana").tier()).isEqualTo(Tier.CONTRIBUTOR);

        desk = desk(Access.CONTRIBUTORS, new JobEquivalent(Credits.of(60)));
        assertThat(report("ana").grace()).isTrue();
        clock.pass(Duration.ofDays(3));

        assertThat(report("ana").tier()).isEqualTo(Tier.PROVISIONAL);
        figures.put("ana", passed(13), 0, 310, 0);
        assertThat(report("ana").tier()).isEqualTo(Tier.CONTRIBUTOR);
    }

    @Test
    void where_everybody_may_ask_standing_is_told_and_decides_nothing() {
        desk = desk(Access.EVERYONE);

        assertThat(refusal("ana")).isEmpty();
        assertThat(desk.weight("ana")).isEqualTo(1);
        StandingReport report = report("ana");
        assertThat(report.tier()).isEqualTo(Tier.VISITOR);
        assertThat(report.open()).isTrue();
        assertThat(report.admitted()).isTrue();
        assertThat(report.refusal()).isNull();
    }

    @Test
    void a_member_who_leaves_is_forgotten() {
        figures.put("ana", passed(13), 4_500, 150, 0);
        refusal("ana");
        figures.put("ana", passed(13), 0, 0, 0);

        store.write(tx -> {
            desk.forget(tx, "ana");
            return true;
        });

        assertThat(desk.weight("ana")).isEqualTo(1);
        assertThat(report("ana").tier()).isEqualTo(Tier.PROVISIONAL);
    }
}
