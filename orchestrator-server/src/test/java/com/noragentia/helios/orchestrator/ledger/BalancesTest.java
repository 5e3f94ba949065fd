/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Misstated;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept beside the log is compared with the log. Ben's is the first account, Ana's the second; ben is the first device. */
class BalancesTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    private LedgerTrial trial;

    /** Books in which every figure is something, with all their entries in the snapshot. */
    @BeforeEach
    void write(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
        trial.mint("k0", "ben", "Ben", 15);
        trial.settle("t1", "Ana", "ben", "Ben", 60_000);
        trial.settle("t2", "Ana", "cleo", "Cleo", 900);
        trial.settle("t3", "Cleo", "ana", "Ana", 30);
        trial.pass(Duration.ofHours(7));
        trial.passed("c1", "ben");
        trial.settle("t4", "Ana", "ben", "Ben", 12);
        trial.compensate(3);
        trial.failed("c2", "cleo", "Cleo");
        trial.allow("Cleo", "cleo", 100);
        trial.pass(Duration.ofDays(1));
        trial.tend();
        trial.settle("t5", "Ana", "ben", "Ben", 7);
        trial.mint("k1", "ben", "Ben", 20);
        trial.settle("t6", "Ana", "dora", "Dora", 5);
        trial.run(tx -> trial.ledger().close(tx, "Dora"));
        trial.passed("c3", "ben");
        snapshot();
    }

    private void snapshot() {
        trial.pass(Clerk.BETWEEN_SNAPSHOTS);
        trial.tend();
    }

    @AfterEach
    void close() {
        trial.close();
    }

    private LedgerVerdict verdict() throws IOException {
        try (LedgerSource source = new SqlLedgerSource(trial.database(), Optional.empty())) {
            return LedgerVerification.of(source, 1);
        }
    }

    private void damage(String sql) {
        int rows = trial.<Integer>write(tx -> tx.statements().update(sql));
        assertThat(rows).as(sql).isPositive();
    }

    private List<Contributions> told() {
        return List.of("Ana", "Ben", "Cleo", "Dora").stream()
                .map(member -> trial.write(
                        tx -> trial.ledger().contributions(tx, member, FIRST, FIRST.plusDays(9), Instant.EPOCH)))
                .toList();
    }

    @Test
    void balances_that_nobody_touched_are_those_the_entries_come_to() throws IOException {
        assertThat(trial.kinds())
                .contains(
                        EntryKind.DECAY, EntryKind.FINE, EntryKind.COMPENSATION, EntryKind.CLOSED, EntryKind.ALLOWANCE);
        assertThat(verdict()).isInstanceOf(Sound.class);
        trial.settle("t7", "Ana", "ben", "Ben", 3);
        assertThat(verdict()).as("with entries since the snapshot").isInstanceOf(Sound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ledger_member,owned,OWNED",
        "ledger_member,lifetime,LIFETIME",
        "ledger_member,activity,AVERAGE",
        "ledger_member,activity_at,AVERAGE_AT",
        "ledger_member,hoard_since,HOARD_SINCE",
        "ledger_device,active_day,ACTIVE_DAY",
        "ledger_device,minted,MINTED_FOR_DEVICE",
        "ledger_snapshot,entries,ENTRIES",
        "ledger_snapshot,burn,BURN",
        "ledger_snapshot,treasury,TREASURY",
        "ledger_snapshot,mint,MINT",
        "ledger_snapshot,day,MINTED",
        "ledger_snapshot,minted,MINTED",
        "ledger_snapshot,transferred,TRANSFERRED",
        "ledger_snapshot,transferred_yesterday,TRANSFERRED_YESTERDAY",
        "ledger_snapshot,seal,SEAL",
    })
    void a_number_that_is_one_too_many_is_found(String table, String column, Figure figure) throws IOException {
        String first = table.equals("ledger_snapshot") ? "" : " WHERE number = (SELECT MIN(number) FROM " + table + ")";
        damage("UPDATE " + table + " SET " + column + " = " + column + " + 1" + first);

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Misstated.class, found -> assertThat(found.figure()).isEqualTo(figure));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE ledger_device SET lots = replace(lots, '\"amount\":', '\"amount\":1') WHERE number = 1|PENDING",
                "UPDATE ledger_device SET lots = replace(lots, '\"at\":1', '\"at\":2') WHERE number = 1|PENDING",
                "UPDATE ledger_device SET lots = replace(lots, '\"lastIndex\":1', '\"lastIndex\":2') WHERE number = 1|PENDING",
                "UPDATE ledger_device SET lots = '[]' WHERE number = 1|PENDING",
                "UPDATE ledger_device SET lots = 'none' WHERE number = 1|PENDING",
                "UPDATE ledger_device SET checked_before = checked_before + 1000 WHERE number = 1|CHECKED_BEFORE",
                "UPDATE ledger_device SET checked_before = checked_before - 1 WHERE number = 1|CHECKED_SEAL",
                "UPDATE ledger_device SET checked_by = NULL WHERE number = 1|CHECKED_SEAL",
                "UPDATE ledger_device SET checked_seal = 0 WHERE number = 1|CHECKED_SEAL",
                "UPDATE ledger_snapshot SET day = day - 1|DAY",
                "UPDATE ledger_day SET amount = amount + 1 WHERE owner = 1 AND device = 0|HISTORY",
                "UPDATE ledger_day SET burned = burned + 1 WHERE owner = 2 AND kind = 'TASK'|HISTORY",
                "UPDATE ledger_day SET entries = entries + 1 WHERE owner = 1 AND device = 0|HISTORY",
                "UPDATE ledger_day SET day = day + 1 WHERE owner = 1 AND kind = 'DECAY'|HISTORY",
                "DELETE FROM ledger_day WHERE owner = 1 AND kind = 'DECAY'|HISTORY",
                "DELETE FROM ledger_device WHERE number = 1|NAME",
                "DELETE FROM ledger_member WHERE member = 'Cleo'|NAME",
                "UPDATE ledger_device SET owner = 2 WHERE number = 1|NAME",
                "UPDATE ledger_member SET pseudonym = 'ffffffffffffffffffffffffffffffff' WHERE number = 1|OWNED",
            })
    void whatever_else_is_changed_is_found(String sql, Figure figure) throws IOException {
        damage(sql);

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Misstated.class,
                        found -> assertThat(found.figure()).isIn(figure, Figure.MINTED, Figure.MINTED_FOR_DEVICE));
    }

    @Test
    void a_snapshot_that_says_it_holds_fewer_entries_is_found() throws IOException {
        damage("UPDATE ledger_snapshot SET entries = entries - 1");

        assertThat(verdict()).isInstanceOf(Misstated.class);
    }

    @Test
    void the_account_that_differs_is_named_with_both_sums() throws IOException {
        String account = trial.account("Cleo").orElseThrow().text();
        damage("UPDATE ledger_member SET owned = 5000000 WHERE member = 'Cleo'");

        assertThat(verdict())
                .isEqualTo(new Misstated(
                        account,
                        Figure.OWNED,
                        "5",
                        trial.recount()
                                .getOrDefault(trial.account("Cleo").orElseThrow(), Credits.ZERO)
                                .toString()));
    }

    /** Two that make up for each other: the sum of all accounts does not show it. */
    @Test
    void credits_that_were_moved_from_one_to_another_are_found() throws IOException {
        damage(
                "UPDATE ledger_member SET owned = owned + CASE member WHEN 'Ana' THEN 9 ELSE -9 END WHERE member IN ('Ana', 'Ben')");

        assertThat(verdict()).isInstanceOf(Misstated.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE ledger_member SET owned = owned + 1 WHERE number = 1",
                "UPDATE ledger_member SET lifetime = lifetime * 2 WHERE number = 1",
                "UPDATE ledger_member SET activity = activity * 2 WHERE number = 1",
                "UPDATE ledger_member SET activity_at = activity_at + 1 WHERE number = 1",
                "UPDATE ledger_member SET hoard_since = 0 WHERE number = 1",
                "UPDATE ledger_device SET lots = '[]' WHERE number = 1",
                "UPDATE ledger_device SET lots = 'none' WHERE number = 1",
                "UPDATE ledger_device SET minted = 0 WHERE number = 1",
                "UPDATE ledger_device SET active_day = 9 WHERE number = 1",
                "UPDATE ledger_snapshot SET entries = entries - 2",
                "UPDATE ledger_snapshot SET burn = burn + 1",
                "UPDATE ledger_snapshot SET minted = 0",
                "UPDATE ledger_snapshot SET day = day + 9",
                "UPDATE ledger_snapshot SET seal = seal + 1",
                "UPDATE ledger_snapshot SET seal = NULL, burn = burn + 1",
            })
    void a_start_believes_the_entries_and_not_what_was_changed_beside_them(String sql) throws IOException {
        List<Contributions> before = told();
        damage(sql);
        trial.crash();

        assertThat(told()).isEqualTo(before);
        assertThat(verdict()).isInstanceOf(Sound.class);
        trial.settle("t7", "Ana", "ben", "Ben", 3);
        snapshot();
        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    /** Two that make up for each other, and no seal that would tell. */
    @Test
    void a_snapshot_without_a_seal_is_not_believed() throws IOException {
        List<Contributions> before = told();
        damage("UPDATE ledger_snapshot SET seal = NULL");
        damage(
                "UPDATE ledger_member SET owned = owned + CASE member WHEN 'Ana' THEN 9 ELSE -9 END WHERE member IN ('Ana', 'Ben')");
        trial.crash();

        assertThat(told()).isEqualTo(before);
        snapshot();
        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    @Test
    void a_check_that_somebody_wrote_lets_nothing_mature() {
        trial.settle("t7", "Ana", "ben", "Ben", 3);
        double pending = trial.pending("Ben");
        damage("UPDATE ledger_device SET checked_before = checked_before + 1 WHERE number = 1");
        trial.crash();
        trial.pass(Duration.ofHours(7));
        trial.tend();
        assertThat(trial.pending("Ben")).isEqualTo(pending);

        trial.passed("c9", "ben");
        assertThat(trial.pending("Ben")).isZero();
    }

    @Test
    void books_are_not_opened_over_less_than_was_signed() {
        trial.settle("t7", "Ana", "ben", "Ben", 3);
        sign();
        damage("DELETE FROM ledger_entry WHERE idx = (SELECT MAX(idx) FROM ledger_entry)");
        trial.crash();

        assertThatThrownBy(() -> trial.settle("t8", "Ana", "ben", "Ben", 4))
                .hasMessageContaining("are left. Nothing is written to it any more.")
                .hasMessageContaining("helios ledger verify");
        assertThatThrownBy(() -> trial.<Long>write(trial.ledger()::recount)).hasMessageContaining("are left");
    }

    @Test
    void books_are_not_opened_over_others_than_was_signed() {
        trial.settle("t7", "Ana", "ben", "Ben", 3);
        sign();
        trial.run(tx -> tx.statements().update("CREATE TABLE aside AS SELECT * FROM log_checkpoint"));
        damage("DELETE FROM log_checkpoint");
        damage("DELETE FROM ledger_entry WHERE idx = (SELECT MAX(idx) FROM ledger_entry)");
        trial.crash();
        trial.settle("t8", "Ana", "ben", "Ben", 4);
        damage("INSERT INTO log_checkpoint SELECT * FROM aside");
        trial.crash();

        assertThatThrownBy(() -> trial.settle("t9", "Ana", "ben", "Ben", 4))
                .hasMessageContaining("are not those its newest checkpoint was signed for");
    }

    @Test
    void books_are_opened_over_what_was_signed_and_more() {
        sign();
        trial.settle("t7", "Ana", "ben", "Ben", 3);
        double pending = trial.pending("Ben");
        trial.crash();

        assertThat(trial.pending("Ben")).isEqualTo(pending);
    }

    private void sign() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        assertThat(new LogWiring(trial.store(), key, trial.clock).log().tend()).isTrue();
    }

    @Test
    void a_history_that_was_changed_can_be_reckoned_anew() throws IOException {
        List<Contributions> before = told();
        damage("UPDATE ledger_day SET amount = amount + 1");
        assertThat(trial.<Long>write(trial.ledger()::recount))
                .isEqualTo(trial.entries().size());

        assertThat(told()).isEqualTo(before);
        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    @ParameterizedTest
    @CsvSource({"DELETE FROM ledger_device WHERE number = 1", "UPDATE ledger_device SET owner = 2 WHERE number = 1"})
    void an_account_without_its_owner_cannot_be_reckoned_and_stops_the_books(String sql) {
        damage(sql);
        trial.crash();

        assertThatThrownBy(() -> trial.balance("Ana")).hasMessageContaining("nobody is known to stand behind pending:");
    }

    @Test
    void a_ledger_that_ends_before_its_snapshot_stops_the_books() {
        damage("DELETE FROM ledger_entry WHERE idx = (SELECT MAX(idx) FROM ledger_entry)");
        trial.crash();

        assertThatThrownBy(() -> trial.balance("Ana")).hasMessageContaining("the ledger ends before its snapshot");
    }

    @Test
    void an_account_that_was_opened_since_the_snapshot_breaks_no_seal() {
        trial.settle("t8", "Eva", "fred", "Fred", 3);
        trial.crash();
        trial.run(tx -> tx.statements().update("UPDATE ledger_entry SET body = 'gone' WHERE idx = 0"));

        assertThat(trial.pending("Fred")).isEqualTo(3); // not reckoned anew, or the first entry would have been missed
    }
}
