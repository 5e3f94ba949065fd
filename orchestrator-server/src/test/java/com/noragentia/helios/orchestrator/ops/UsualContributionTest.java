/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a member has to do for a tier where the bundled models answer. */
class UsualContributionTest {

    private static final int CHECKS_AT_ONCE = 10;

    @AutoClose
    private EconomyTrial trial;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new EconomyTrial(folder);
        trial.join("ana");
        trial.join("ben");
        for (int check = 0; check < CHECKS_AT_ONCE; check++) {
            trial.passed("tower", "ben", EconomyTrial.SMALL_CHECK);
        }
    }

    /** Ben's computer is on, is checked each hour, and answers so many usual questions, spread over the day. */
    private void day(int questions) {
        for (int hour = 0; hour < 24; hour++) {
            if (hour % 4 == 0 && hour / 4 < questions) {
                trial.answered("ana", "tower", "ben");
            }
            trial.pass(Duration.ofHours(1));
            trial.passed("tower", "ben", EconomyTrial.SMALL_CHECK);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, CONTRIBUTOR", "2, PROVISIONAL", "0, PROVISIONAL"})
    void five_usual_questions_a_day_make_a_contributor_after_a_day_and_two_never_do(int questions, Tier tier) {
        assertThat(trial.standing("ben").tier()).isEqualTo(Tier.PROVISIONAL);
        for (int day = 0; day < 30; day++) {
            day(questions);
            assertThat(trial.standing("ben").tier()).as("after day %d", day + 1).isEqualTo(tier);
        }
    }

    @Test
    void a_day_is_not_over_before_it_is_and_a_bad_name_waits() {
        day(4);
        assertThat(trial.standing("ben").missing())
                .extracting(StandingReport.Missing::requirement)
                .containsExactly(Requirement.RECENT_CREDIT);
        day(6);
        day(6);
        assertThat(trial.standing("ben").tier()).isEqualTo(Tier.CONTRIBUTOR);

        Credits before = trial.worth("ben");
        trial.failed("tower", "ben");

        assertThat(trial.standing("ben").tier()).isEqualTo(Tier.PROVISIONAL);
        assertThat(before.minus(trial.worth("ben"))).isGreaterThanOrEqualTo(trial.job.times(20));
    }

    private double questionsWorth(String member) {
        return trial.worth(member).toDouble() / trial.job.credits().toDouble();
    }

    @Test
    void a_newcomer_is_allowed_ten_usual_questions_as_soon_as_the_tenth_check_is_passed() {
        assertThat(questionsWorth("ben")).isBetween(10.0, 11.0);

        trial.join("eva");
        for (int check = 0; check < CHECKS_AT_ONCE; check++) {
            trial.passed("laptop", "eva", EconomyTrial.PAGE_CHECK);
        }
        assertThat(questionsWorth("eva")).as("with what large checks bring").isBetween(15.0, 16.0);
    }

    @Test
    void the_lone_first_member_has_the_allowance_on_the_first_day_and_none_again(@TempDir Path alone) {
        try (EconomyTrial network = new EconomyTrial(alone)) {
            network.join("eva");
            Credits minted = Credits.ZERO;
            for (int check = 0; check < 4 * CHECKS_AT_ONCE; check++) {
                minted = minted.plus(network.passed("laptop", "eva", EconomyTrial.PAGE_CHECK));
            }

            assertThat(minted).isEqualTo(network.job.times(10 + 10));
        }
    }
}
