/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Altered;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Misstated;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept beside the log is compared with the log. Ben's is the first account, Ana's the second; ben is the first device. */
class BalancesTest extends FullBooks {

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

    /** The database names devices in their own words: what no entry tells is sealed in its row. */
    @ParameterizedTest
    @CsvSource({
        "ledger_device,pseudonym = 'ffffffffffffffffffffffffffffffff'",
        "ledger_device,device = 'fréd'",
        "ledger_device,owner = 1",
        "ledger_device,pseudonym = 'no pseudonym'",
        "ledger_member,member = 'Eve'",
        "ledger_member,pseudonym = 'ffffffffffffffffffffffffffffffff'",
    })
    void a_name_that_was_changed_is_found_though_all_its_entries_are_newer_than_the_snapshot(
            String table, String change) throws IOException {
        trial.settle("t7", "Eva", "fred", "Fred", 3);
        assertThat(verdict()).isInstanceOf(Sound.class);
        long newest = newest(table);
        damage("UPDATE " + table + " SET " + change + " WHERE number = " + newest);

        assertThat(verdict()).isEqualTo(new Altered(table, "number " + newest));
    }

    @Test
    void an_account_that_was_changed_before_it_had_anything_is_found() throws IOException {
        trial.run(tx -> trial.ledger().hold(tx, "Eva", "job", Outlay.of(Credits.of(1))));
        long newest = newest("ledger_member");
        damage("UPDATE ledger_member SET pseudonym = 'ffffffffffffffffffffffffffffffff' WHERE number = " + newest);

        assertThat(verdict()).isEqualTo(new Altered("ledger_member", "number " + newest));
    }

    @Test
    void an_account_whose_row_is_gone_is_named_though_all_its_entries_are_newer_than_the_snapshot() throws IOException {
        trial.settle("t7", "Eva", "fred", "Fred", 3);
        String account = trial.pendingAccounts("Fred").getFirst().text();
        damage("DELETE FROM ledger_device WHERE number = " + newest("ledger_device"));

        assertThat(verdict()).isEqualTo(new Misstated(account, Figure.NAME, "-", account));
    }

    private long newest(String table) {
        return trial.store()
                .<Long>read(tx -> tx.statements()
                        .first("SELECT MAX(number) FROM " + table, row -> row.getLong(1))
                        .orElseThrow());
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
}
