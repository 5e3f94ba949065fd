/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When pending credits become the owner's, and when they are lost; and how hoards fade. */
class MaturationTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @AutoClose
    private LedgerTrial trial;

    private Path folder = Path.of("");

    @BeforeEach
    void open(@TempDir Path folder) {
        this.folder = folder;
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
    }

    @Test
    void age_alone_matures_nothing() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.pass(Duration.ofDays(10));
        trial.tend();
        assertThat(trial.owned("Ben")).isZero();
        assertThat(trial.pending("Ben")).isEqualTo(100, EXACT);
    }

    @Test
    void a_check_alone_matures_nothing_before_six_hours() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.passed("c1", "ben");
        trial.pass(Duration.ofHours(6).minusMillis(1));
        trial.tend();
        assertThat(trial.owned("Ben")).isZero();
        trial.pass(Duration.ofMillis(1));
        trial.tend();
        assertThat(trial.owned("Ben")).isEqualTo(100, EXACT);
        assertThat(trial.pending("Ben")).isZero();
    }

    @Test
    void what_matures_and_what_burns_names_the_check() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.passed("c1", "ben");
        trial.crash();
        trial.pass(Duration.ofHours(6));
        trial.tend();
        trial.settle("t2", "Ana", "ben", "Ben", 30);
        trial.failed("c2", "ben", "Ben");

        Check passed = new Check(Check.commitment("c1"), Check.Verdict.PASSED);
        Check failed = new Check(Check.commitment("c2"), Check.Verdict.FAILED);
        assertThat(trial.entries())
                .extracting(LedgerEntry::kind, LedgerEntry::check)
                .containsExactly(
                        tuple(EntryKind.TASK, null),
                        tuple(EntryKind.MATURED, passed),
                        tuple(EntryKind.TASK, null),
                        tuple(EntryKind.FINE, failed),
                        tuple(EntryKind.BURNED, failed));
    }

    /** Its seal does not fit any more: the device waits for its next check. */
    @Test
    void a_check_whose_name_was_taken_away_lets_nothing_mature() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.passed("c1", "ben");
        trial.run(tx -> tx.statements().update("UPDATE ledger_device SET checked_by = NULL"));
        trial.crash();
        trial.pass(Duration.ofHours(6));
        trial.tend();
        assertThat(trial.entries().getLast()).returns(EntryKind.TASK, LedgerEntry::kind);

        trial.passed("c2", "ben");
        assertThat(trial.entries().getLast())
                .returns(EntryKind.MATURED, LedgerEntry::kind)
                .returns(LedgerEntry.WITH_GROUNDS, LedgerEntry::version);
    }

    @Test
    void a_check_vouches_only_for_what_was_earned_before_it() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.passed("c1", "ben");
        trial.settle("t2", "Ana", "ben", "Ben", 30);
        trial.pass(Duration.ofDays(1));
        trial.tend();
        assertThat(trial.owned("Ben")).isEqualTo(100, EXACT);
        assertThat(trial.pending("Ben")).isEqualTo(30, EXACT);
    }

    @Test
    void a_check_told_again_does_not_vouch_for_what_was_earned_since() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.passed("c1", "ben");
        trial.settle("t2", "Ana", "ben", "Ben", 30);
        trial.passed("c1", "ben");
        trial.pass(Duration.ofDays(1));
        trial.tend();
        assertThat(trial.pending("Ben")).isEqualTo(30, EXACT);
    }

    @Test
    void a_check_of_one_device_says_nothing_of_another() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t2", "Ana", "ben2", "Ben", 30);
        trial.pass(Duration.ofDays(1));
        trial.passed("c1", "ben2");
        assertThat(trial.owned("Ben")).isEqualTo(30, EXACT);
    }

    @Test
    void a_check_that_was_passed_before_a_crash_still_counts() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.passed("c1", "ben");
        trial.settle("t2", "Ana", "ben", "Ben", 30);
        trial.crash();
        trial.pass(Duration.ofHours(6));
        trial.tend();
        assertThat(trial.owned("Ben")).isEqualTo(100, EXACT);
    }

    @Test
    void where_all_know_each_other_credits_mature_with_the_check() {
        trial.close();
        trial = new LedgerTrial(folder, new LedgerRules(Duration.ZERO, JobEquivalent.REFERENCE));
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        assertThat(trial.owned("Ben")).isZero();
        trial.passed("c1", "ben");
        assertThat(trial.owned("Ben")).isEqualTo(100, EXACT);
    }

    @Test
    void a_failed_check_burns_what_is_pending_and_fines_the_owner_once() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.failed("c1", "ben", "Ben");
        trial.settle("t2", "Ana", "ben", "Ben", 30);
        trial.failed("c1", "ben", "Ben");

        assertThat(trial.owned("Ben")).isEqualTo(-600, EXACT);
        assertThat(trial.pending("Ben")).isEqualTo(30, EXACT);
        assertThat(trial.house(Account.House.BURN)).isEqualTo(8 + 2.4 + 100 + 600, EXACT);
    }

    @Test
    void a_device_with_nothing_pending_is_fined_all_the_same() {
        trial.failed("c1", "ben", "Ben");
        assertThat(trial.kinds()).containsExactly(EntryKind.FINE);
    }

    @Test
    void what_a_device_earned_for_its_former_owner_stays_the_former_owner_s() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t2", "Ana", "ben", "Cleo", 30);
        trial.pass(Duration.ofDays(1));
        trial.passed("c1", "ben");
        assertThat(trial.owned("Ben")).isEqualTo(100, EXACT);
        assertThat(trial.owned("Cleo")).isEqualTo(30, EXACT);
    }

    @Test
    void lifetime_and_recent_average_count_what_matured() {
        trial.settle("t1", "Ana", "ben", "Ben", 1_000);
        assertThat(trial.write(tx -> trial.ledger().lifetime(tx, "Ben")).toDouble())
                .isZero();
        trial.pass(Duration.ofDays(1));
        trial.passed("c1", "ben");
        assertThat(trial.write(tx -> trial.ledger().lifetime(tx, "Ben")).toDouble())
                .isEqualTo(1_000, EXACT);
        double now = trial.write(tx -> trial.ledger().recentAverage(tx, "Ben")).toDouble();
        assertThat(now).isEqualTo(1_000 * Math.log(2) / 7, Offset.offset(1e-5));
        trial.pass(Duration.ofDays(7));
        assertThat(trial.write(tx -> trial.ledger().recentAverage(tx, "Ben")).toDouble())
                .isEqualTo(now / 2, Offset.offset(1e-5));
    }

    @Test
    void a_steady_day_s_work_tends_to_an_average_of_as_much() {
        Activity activity = Activity.NONE;
        long hour = Duration.ofHours(1).toMillis();
        for (int i = 1; i <= 24 * 120; i++) {
            activity = activity.plus(Credits.of(150 / 24.0), i * hour);
        }
        assertThat(activity.perDay(24 * 120 * hour)).isEqualTo(150, Offset.offset(1.0));
    }

    @Test
    void the_part_of_a_hoard_above_the_limit_halves_in_thirty_days() {
        trial.settle("t1", "Ana", "ben", "Ben", 28_000);
        trial.pass(Duration.ofHours(6));
        trial.passed("c1", "ben");
        for (int day = 0; day < 30; day++) {
            trial.pass(Duration.ofDays(1));
            trial.tend();
            trial.tend();
        }
        assertThat(trial.owned("Ben")).isEqualTo(24_000, Offset.offset(0.01));
        assertThat(trial.house(Account.House.TREASURY)).isEqualTo(4_000, Offset.offset(0.01));
        assertThat(trial.kinds().stream().filter(EntryKind.DECAY::equals)).hasSize(30);
    }

    @Test
    void days_on_which_nobody_looked_are_made_up_for() {
        trial.settle("t1", "Ana", "ben", "Ben", 28_000);
        trial.pass(Duration.ofHours(6));
        trial.passed("c1", "ben");
        trial.pass(Duration.ofDays(30));
        trial.crash();
        trial.tend();
        assertThat(trial.owned("Ben")).isEqualTo(24_000, Offset.offset(0.01));
    }

    @Test
    void who_owns_no_hoard_loses_nothing() {
        trial.settle("t1", "Ana", "ben", "Ben", 20_000);
        trial.pass(Duration.ofHours(6));
        trial.passed("c1", "ben");
        trial.pass(Duration.ofDays(90));
        trial.tend();
        assertThat(trial.owned("Ben")).isEqualTo(20_000, EXACT);
    }
}
