/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.WrittenLedger;
import com.noragentia.helios.protocol.task.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What an administrator can do about the books. */
@Timeout(60)
class LedgerCommandsTest {

    private static final String ANA = "aa".repeat(16);
    private static final String BEN = "bb".repeat(16);

    private StringWriter said = new StringWriter();

    @TempDir
    private Path data = Path.of("");

    private int run(Language language, String command, String... more) {
        said = new StringWriter();
        CommandLine program = OrchestratorMain.commandLine(language)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        List<String> line = new ArrayList<>(List.of("ledger", command, "--data", data.toString()));
        line.addAll(List.of(more));
        return OrchestratorMain.execute(program, line);
    }

    /** Three entries in a snapshot: a device was paid by another member. */
    private void written() {
        try (Store store = SqliteStore.open(data.resolve("helios.db"))) {
            new WrittenLedger(store).tasks("d1".repeat(16), 3);
            WrittenLedger.name(store, "ben", "tower", "d1".repeat(16));
            WrittenLedger.namePayer(store, "ana");
        }
        assertThat(run(Language.EN, "recount")).isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("beside the 3 entries was reckoned anew");
    }

    private void damage(String sql) {
        try (Store store = SqliteStore.open(data.resolve("helios.db"))) {
            assertThat(store.<Integer>write(tx -> tx.statements().update(sql))).isPositive();
        }
    }

    @Test
    void balances_that_were_changed_are_named_in_both_languages_and_reckoned_anew() {
        written();
        assertThat(run(Language.EN, "verify")).isEqualTo(OrchestratorMain.OK);
        damage("UPDATE ledger_member SET owned = 9000000 WHERE member = 'ana'");

        assertThat(run(Language.EN, "verify")).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
        assertThat(said.toString())
                .contains("Of member:" + "aa".repeat(16), "the balance stands as 9, and comes to -97.2 by the entries")
                .contains("helios ledger recount");
        assertThat(run(Language.ES, "verify")).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
        assertThat(said.toString()).contains("el saldo figura como 9, y según los apuntes es -97.2");

        assertThat(run(Language.ES, "recount")).isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("junto a los 3 apuntes");
        assertThat(run(Language.EN, "verify")).isEqualTo(OrchestratorMain.OK);
    }

    @Test
    void while_the_orchestrator_runs_nothing_is_reckoned_anew() {
        written();
        try (Network network = new Network(data, new TestClock())) {
            assertThat(network.address()).isNotEmpty();
            assertThat(run(Language.EN, "recount")).isEqualTo(OrchestratorMain.CANNOT_START);
            assertThat(said.toString()).contains("Stop it, correct, and start it again");
        }
    }

    @Test
    void a_mistake_is_reversed_once_and_the_books_hold() {
        written();

        assertThat(run(Language.EN, "compensate", "1", "--why", "counted twice"))
                .isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("Entry 1 is reversed by entry 3");
        assertThat(run(Language.ES, "compensate", "1", "--why", "otra vez")).isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("ya se había anulado");
        assertThat(run(Language.ES, "compensate")).isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("El apunte 3 anula el apunte 1: counted twice");
        assertThat(run(Language.EN, "verify")).isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("4 entries");
    }

    @Test
    void the_orchestrator_goes_on_after_a_correction_and_signs_it() {
        written();
        run(Language.EN, "compensate", "0", "--why", "a mistake");

        try (Network network = new Network(data, new TestClock())) {
            assertThat(network.firstMember().get("/api/v1/me").status()).isEqualTo(200);
        }
        assertThat(run(Language.EN, "verify")).isEqualTo(OrchestratorMain.OK);
    }

    @Test
    void while_the_orchestrator_runs_nothing_is_reversed() {
        written();
        try (Network network = new Network(data, new TestClock())) {
            assertThat(network.address()).isNotEmpty();
            assertThat(run(Language.EN, "compensate", "1", "--why", "counted twice"))
                    .isEqualTo(OrchestratorMain.CANNOT_START);
            assertThat(said.toString()).contains("Stop it, correct, and start it again");
            assertThat(run(Language.ES, "compensate", "1", "--why", "contado dos veces"))
                    .isEqualTo(OrchestratorMain.CANNOT_START);
            assertThat(said.toString()).contains("Detenlo, corrige");
            assertThat(run(Language.EN, "compensate")).isEqualTo(OrchestratorMain.OK);
            assertThat(said.toString()).contains("No entry was ever reversed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "9223372036854775807"})
    void what_is_not_there_is_not_reversed(String entry) {
        written();

        assertThat(run(Language.EN, "compensate", entry, "--why", "a mistake"))
                .isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("cannot be reversed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void a_correction_says_why(String why) {
        written();

        assertThat(run(Language.EN, "compensate", "1", "--why", why)).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(run(Language.EN, "compensate", "1", "--why", why + "x".repeat(501)))
                .isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(run(Language.ES, "compensate", "1")).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("Di por qué");
    }

    @Test
    void no_folder_is_made_by_a_question_about_one() {
        Path nowhere = data.resolve("nowhere");
        assertThat(run(Language.EN, "suspicions", "--data", nowhere.toString())).isNotEqualTo(OrchestratorMain.OK);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void suspicions_say_who_with_whom_and_how_improbable() {
        try (Network network = new Network(data, new TestClock());
                Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            assertThat(network.address()).isNotEmpty();
            assertThat(run(Language.EN, "suspicions")).isEqualTo(OrchestratorMain.OK);
            assertThat(said.toString()).contains("Nothing improbable was found in the last 30 days");

            suspect(beside, "PAIR", ANA, BEN, 1_200, 12.34);
            suspect(beside, "FEW_CUSTOMERS", "", BEN, 0.91, 0.25);
            assertThat(run(Language.EN, "suspicions")).isEqualTo(OrchestratorMain.OK);
            assertThat(said.toString())
                    .contains("Computers of member " + BEN + " answered 1,200 tasks of member " + ANA)
                    .contains("about 12.3")
                    .containsPattern("one of 10\\^1[0-9]{3} such pairs")
                    .contains("Three members brought member " + BEN + " 91% of all it earned", "bring 25%");
            assertThat(run(Language.ES, "suspicions")).isEqualTo(OrchestratorMain.OK);
            assertThat(said.toString())
                    .contains("Los ordenadores del miembro " + BEN, "del miembro " + ANA, "12,3")
                    .contains("91\u00a0%");
        }
    }

    private static void suspect(
            Store store, String kind, String requester, String owner, double observed, double expected) {
        store.write(tx -> tx.statements().update("""
                        INSERT INTO suspicion (kind, requester, owner, observed, expected, flagged_at) VALUES (?, ?, ?, ?, ?, 1)
                        """, kind, requester, owner, observed, expected));
    }
}
