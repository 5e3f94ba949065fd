/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Altered;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Misstated;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.protocol.api.Contributions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is checked of books that an older orchestrator has written, and what the next start makes of them. */
class OlderBooksTest extends FullBooks {

    private Set<Unchecked> unchecked() throws IOException {
        try (LedgerSource source = new SqlLedgerSource(trial.database(), Optional.empty())) {
            return source.unchecked();
        }
    }

    /** As they were in version 22 of the database. */
    private void withoutRowSeals() {
        for (SealedTable table : SealedTable.values()) {
            change("DROP INDEX " + table.table() + "_unsealed");
            change("ALTER TABLE " + table.table() + " DROP COLUMN row_seal");
        }
    }

    private void change(String sql) {
        trial.run(tx -> tx.statements().update(sql));
    }

    @Test
    void balances_are_checked_in_a_database_whose_rows_have_no_seals() throws IOException {
        withoutRowSeals();
        assertThat(verdict()).isInstanceOf(Sound.class);
        assertThat(unchecked()).containsExactly(Unchecked.ROWS);

        damage("UPDATE ledger_member SET owned = owned + 1 WHERE number = 1");
        assertThat(verdict()).isInstanceOf(Misstated.class);
    }

    @Test
    void balances_that_are_not_checked_are_told_of() throws IOException {
        withoutRowSeals();
        change("ALTER TABLE ledger_device DROP COLUMN checked_seal");

        assertThat(verdict()).isInstanceOf(Sound.class);
        assertThat(unchecked()).containsExactly(Unchecked.BALANCES, Unchecked.ROWS);
    }

    @Test
    void names_without_a_seal_are_no_flaw_and_the_next_start_seals_them() throws IOException {
        assertThat(unchecked()).isEmpty();
        List<Contributions> before = told();
        damage("UPDATE ledger_member SET row_seal = 0");
        damage("UPDATE ledger_device SET row_seal = 0");
        assertThat(verdict()).isInstanceOf(Sound.class);
        assertThat(unchecked()).containsExactly(Unchecked.ROWS);

        trial.crash();
        assertThat(told()).isEqualTo(before);
        assertThat(unchecked()).isEmpty();
        damage("UPDATE ledger_device SET device = 'bem' WHERE number = 1");
        assertThat(verdict()).isEqualTo(new Altered("ledger_device", "number 1"));
    }
}
