/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both mints and their caps (trust.md 3.3). */
class MintCapTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @AutoClose
    private LedgerTrial trial;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
    }

    @Test
    void a_canary_pays_the_device_out_of_the_mint_once() {
        assertThat(trial.mint("c1", "ben", "Ben", 15)).isEqualTo(15, EXACT);
        assertThat(trial.mint("c1", "ben", "Ben", 15)).isZero();
        assertThat(trial.pending("Ben")).isEqualTo(15, EXACT);
        assertThat(trial.house(Account.House.MINT)).isEqualTo(-15, EXACT);
    }

    @Test
    void on_an_empty_network_three_hundred_a_day_are_minted_for_each_active_device() {
        assertThat(trial.mint("c1", "ben", "Ben", 250)).isEqualTo(250, EXACT);
        assertThat(trial.mint("c2", "ben", "Ben", 100)).isEqualTo(50, EXACT);
        assertThat(trial.mint("c3", "ben", "Ben", 100)).isZero();
        assertThat(trial.mint("c4", "ana", "Ana", 400)).isEqualTo(300, EXACT);
        assertThat(trial.mint("c5", "ben", "Ben", 100)).isZero();
    }

    @Test
    void a_canary_that_found_the_mint_empty_is_not_paid_later() {
        trial.mint("c1", "ben", "Ben", 300);
        assertThat(trial.mint("c2", "ben", "Ben", 15)).isZero();
        trial.pass(Duration.ofDays(1));
        assertThat(trial.mint("c2", "ben", "Ben", 15)).isZero();
        assertThat(trial.mint("c3", "ben", "Ben", 15)).isEqualTo(15, EXACT);
    }

    @Test
    void the_next_day_begins_anew() {
        assertThat(trial.mint("c1", "ben", "Ben", 300)).isEqualTo(300, EXACT);
        trial.pass(Duration.ofDays(1));
        assertThat(trial.mint("c2", "ben", "Ben", 400)).isEqualTo(300, EXACT);
    }

    @Test
    void fifteen_in_a_hundred_of_what_was_transferred_yesterday_may_be_minted_if_that_is_more() {
        trial.settle("t1", "Ana", "cleo", "Cleo", 6_000);
        trial.pass(Duration.ofDays(1));
        assertThat(trial.mint("c1", "ben", "Ben", 500)).isEqualTo(500, EXACT);
        assertThat(trial.mint("c2", "cleo", "Cleo", 500)).isEqualTo(400, EXACT);
        trial.pass(Duration.ofDays(2));
        assertThat(trial.mint("c3", "ben", "Ben", 500)).isEqualTo(300, EXACT);
    }

    @Test
    void no_device_gets_more_than_six_hundred_a_day() {
        trial.settle("t1", "Ana", "cleo", "Cleo", 100_000);
        trial.pass(Duration.ofDays(1));
        assertThat(trial.mint("c1", "ben", "Ben", 400)).isEqualTo(400, EXACT);
        assertThat(trial.mint("c2", "ben", "Ben", 400)).isEqualTo(200, EXACT);
        assertThat(trial.mint("c3", "ben", "Ben", 400)).isZero();
        assertThat(trial.mint("c4", "ben2", "Ben", 400)).isEqualTo(400, EXACT);
    }

    @Test
    void caps_hold_across_a_crash_with_and_without_a_snapshot() {
        assertThat(trial.mint("c1", "ben", "Ben", 200)).isEqualTo(200, EXACT);
        trial.tend();
        trial.crash();
        assertThat(trial.mint("c2", "ben", "Ben", 80)).isEqualTo(80, EXACT);
        trial.crash();
        assertThat(trial.mint("c3", "ben", "Ben", 80)).isEqualTo(20, EXACT);
    }

    @Test
    void a_newcomer_s_allowance_comes_once_and_takes_nothing_from_what_checks_bring() {
        trial.mint("c1", "ben", "Ben", 200);
        assertThat(trial.allow("Ana", "ana", 60)).isEqualTo(60, EXACT);
        assertThat(trial.allow("Ana", "ana", 60)).isZero();
        assertThat(trial.owned("Ana")).isEqualTo(60, EXACT);
        assertThat(trial.house(Account.House.TREASURY)).isEqualTo(-60, EXACT);
        assertThat(trial.mint("c2", "ben", "Ben", 200)).isEqualTo(100, EXACT);
    }

    @Test
    void an_allowance_waits_for_a_day_that_has_room_for_most_of_it() {
        assertThat(trial.allow("Ben", "ben", 250)).isEqualTo(250, EXACT);
        trial.crash();
        assertThat(trial.allow("Ana", "ana", 60)).as("50 are left").isZero();
        trial.mint("c2", "cleo", "Cleo", 244);
        assertThat(trial.allow("Ana", "ana", 60)).isEqualTo(60, EXACT);
    }

    @Test
    void a_device_brings_one_member_an_allowance_and_no_other() {
        trial.mint("c1", "tower", "Ana", 1);
        assertThat(trial.allow("Ana", "tower", 60)).isEqualTo(60, EXACT);
        assertThat(trial.allow("Ben", "tower", 60)).isZero();
        trial.run(tx -> trial.ledger().close(tx, "Ana"));
        assertThat(trial.allow("Ben", "tower", 60)).isZero();
        assertThat(trial.allow("Ben", "laptop", 60)).isEqualTo(60, EXACT);
    }

    @Test
    void a_device_handed_on_has_what_it_minted_that_day_counted() {
        trial.settle("t1", "Ana", "cleo", "Cleo", 100_000);
        trial.pass(Duration.ofDays(1));
        assertThat(trial.mint("c1", "tower", "Ana", 400)).isEqualTo(400, EXACT);
        assertThat(trial.mint("c2", "tower", "Ben", 400)).isEqualTo(200, EXACT);
        trial.tend();
        trial.crash();
        assertThat(trial.mint("c3", "tower", "Ana", 400)).isZero();
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        assertThat(trial.mint("c4", "tower", "Cleo", 400)).isZero();
    }

    @Test
    void a_device_that_comes_back_after_its_account_was_closed_goes_on_from_what_it_minted_that_day() {
        trial.settle("t1", "Ana", "cleo", "Cleo", 100_000);
        trial.pass(Duration.ofDays(1));
        assertThat(trial.mint("c1", "tower", "Ben", 400)).isEqualTo(400, EXACT);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.crash();
        assertThat(trial.mint("c2", "tower", "Ben", 150)).isEqualTo(150, EXACT);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.crash();
        trial.tend();
        assertThat(trial.mint("c3", "tower", "Dan", 400)).isEqualTo(50, EXACT);
        trial.crash();
        assertThat(trial.mint("c4", "tower", "Dan", 400)).isZero();

        trial.pass(Duration.ofDays(1));
        assertThat(trial.mint("c5", "tower", "Dan", 100)).isEqualTo(100, EXACT);
        trial.tend();
        assertThat(goneDevices()).isZero();
    }

    @Test
    void an_account_that_was_closed_leaves_its_devices_among_the_active_of_the_day() {
        assertThat(trial.mint("c1", "tower", "Ben", 250)).isEqualTo(250, EXACT);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.crash();
        assertThat(goneDevices()).isEqualTo(1);
        assertThat(trial.mint("c2", "laptop", "Ana", 600)).isEqualTo(350, EXACT);
    }

    @Test
    void no_name_of_a_device_outlives_its_account() {
        trial.mint("c1", "a device by name", "Ben", 250);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));

        List<String> kept = trial.write(
                tx -> tx.statements().list("SELECT device FROM ledger_gone_device", row -> row.getString(1)));
        assertThat(kept).singleElement().asString().hasSize(64).doesNotContain("a device by name");
    }

    private int goneDevices() {
        return trial.write(tx -> tx.statements()
                .first("SELECT COUNT(*) FROM ledger_gone_device", row -> row.getInt(1))
                .orElseThrow());
    }

    @Test
    void a_device_handed_on_is_active_once() {
        assertThat(trial.mint("c1", "tower", "Ana", 250)).isEqualTo(250, EXACT);
        assertThat(trial.mint("c2", "tower", "Ben", 250)).isEqualTo(50, EXACT);
        trial.tend();
        trial.crash();
        assertThat(trial.mint("c3", "tower", "Cleo", 250)).isZero();
    }

    @Test
    void old_checks_are_forgotten_and_allowances_never() {
        trial.mint("c1", "tower", "Ana", 1);
        trial.allow("Ana", "tower", 60);
        trial.passed("c2", "tower");
        trial.pass(Duration.ofDays(399));
        trial.tend();
        assertThat(bareEvents()).isEqualTo(2);

        trial.pass(Duration.ofDays(2));
        trial.tend();

        assertThat(bareEvents()).isEqualTo(1);
        trial.mint("c3", "tower", "Ana", 1);
        assertThat(trial.allow("Ben", "tower", 60)).isZero();
    }

    private int bareEvents() {
        return trial.write(tx -> tx.statements()
                .first("SELECT COUNT(*) FROM ledger_check", row -> row.getInt(1))
                .orElseThrow());
    }
}
