/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start believes of what is kept beside the entries, and over what it opens no books. */
class BooksOpeningTest extends FullBooks {

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

    @Test
    void an_account_without_its_owner_cannot_be_reckoned_and_stops_the_books() {
        damage("DELETE FROM ledger_device WHERE number = 1");
        trial.crash();

        assertThatThrownBy(() -> trial.balance("Ana")).hasMessageContaining("nobody is known to stand behind pending:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_device SET owner = 2 WHERE number = 1",
                "UPDATE ledger_device SET device = 'bem' WHERE number = 1",
                "UPDATE ledger_device SET pseudonym = 'ffffffffffffffffffffffffffffffff' WHERE device = 'fred'",
                "UPDATE ledger_member SET member = 'Bem' WHERE number = 1",
                "UPDATE ledger_member SET pseudonym = 'ffffffffffffffffffffffffffffffff' WHERE member = 'Eva'",
            })
    void books_are_not_opened_over_a_name_that_was_changed(String sql) {
        trial.settle("t7", "Eva", "fred", "Fred", 3);
        damage(sql);
        trial.crash();

        assertThatThrownBy(() -> trial.balance("Ana"))
                .hasMessageContaining("nobody is known to stand behind an account of the ledger")
                .hasMessageContaining("is not as it was written");
        assertThatThrownBy(() -> trial.<Long>write(trial.ledger()::recount)).hasMessageContaining("nobody is known");
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
