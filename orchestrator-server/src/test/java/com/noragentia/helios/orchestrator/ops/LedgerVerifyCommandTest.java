/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.Figure;
import com.noragentia.helios.orchestrator.ledger.Flaw;
import com.noragentia.helios.orchestrator.ledger.Unchecked;
import com.noragentia.helios.orchestrator.ledger.UnreadableLedger;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.WrittenLedger;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

@Timeout(60)
class LedgerVerifyCommandTest {

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path data;

    private int run(Language language, String... more) {
        CommandLine program = OrchestratorMain.commandLine(language)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        List<String> line = new ArrayList<>(List.of("ledger", "verify"));
        line.addAll(List.of(more));
        return OrchestratorMain.execute(program, line);
    }

    @Test
    void a_ledger_in_use_is_verified_and_damage_is_named() {
        try (Network network = new Network(data, new TestClock());
                Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            WrittenLedger.name(beside, "ben", "tower", "d1".repeat(16));
            WrittenLedger.namePayer(beside, "ana");
            new WrittenLedger(beside).tasks("d1".repeat(16), 50);
            assertThat(network.address()).isNotEmpty();
            assertThat(run(Language.EN, "--data", data.toString())).isEqualTo(OrchestratorMain.OK);
            assertThat(said.toString())
                    .contains("all is as it should be")
                    .contains("nothing shows that server")
                    .doesNotContain("Signed by server");

            WrittenLedger.rewrite(beside, 17, "\"at\":17", "\"at\":18");
            assertThat(run(Language.ES, "--data", data.toString())).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
            assertThat(said.toString()).contains("El apunte 17 es el primero incorrecto");
        }
    }

    @Test
    void a_ledger_of_another_server_is_not_the_one() {
        try (Network network = new Network(data, new TestClock())) {
            assertThat(network.address()).isNotEmpty();
            assertThat(run(Language.EN, "--data", data.toString(), "--server", "0123"))
                    .isEqualTo(OrchestratorMain.LEDGER_BROKEN);
            assertThat(said.toString()).contains("not the ledger of server 0123");
        }
    }

    @Test
    void where_no_ledger_is_none_is_made() {
        assertThat(run(Language.EN, "--data", data.resolve("nowhere").toString()))
                .isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(said.toString()).contains("there is no ledger");
        assertThat(data.resolve("nowhere")).doesNotExist();
    }

    @Test
    void a_file_that_is_not_there_or_no_ledger_is_told_in_both_languages() throws IOException {
        String nowhere = data.resolve("nofile").toString();
        assertThat(run(Language.EN, nowhere)).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("There is no file " + nowhere).doesNotContain("Exception");
        assertThat(run(Language.ES, nowhere)).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("No existe el archivo " + nowhere);

        String other = Files.writeString(data.resolve("other"), "another file").toString();
        assertThat(run(Language.EN, other)).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
        assertThat(said.toString()).contains(other + " is not an exported ledger");
        assertThat(run(Language.ES, other)).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
        assertThat(said.toString())
                .contains(other + " no es un libro mayor exportado")
                .doesNotContain("Exception");
    }

    @Test
    void a_row_that_was_changed_is_named_in_both_languages() {
        try (Network network = new Network(data, new TestClock());
                Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            assertThat(network.address()).isNotEmpty();
            WrittenLedger.name(beside, "ben", "tower", "d1".repeat(16));
            assertThat(run(Language.EN, "--data", data.toString())).isEqualTo(OrchestratorMain.OK);

            beside.<Integer>write(tx -> tx.statements().update("UPDATE ledger_device SET device = 'mine'"));
            assertThat(run(Language.EN, "--data", data.toString())).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
            assertThat(said.toString())
                    .contains("The row with number 1 of table ledger_device is not as it was written", "newest backup");
            assertThat(run(Language.ES, "--data", data.toString())).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
            assertThat(said.toString()).contains("La fila con number 1 de la tabla ledger_device");
        }
    }

    @Test
    void what_is_wrong_is_said_on_standard_error() throws IOException {
        StringWriter wrong = new StringWriter();
        Files.writeString(data.resolve("helios.db"), "no database at all, though there is something in it");
        CommandLine program = OrchestratorMain.commandLine(Language.ES)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(wrong, true));

        assertThat(program.execute("ledger", "verify", data.resolve("nofile").toString()))
                .isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(wrong.toString()).contains("No existe el archivo");
        assertThat(program.execute("ledger", "verify", "--data", data.toString()))
                .isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(wrong.toString()).contains("no se puede leer ningún libro mayor de");
        assertThat(program.execute("ledger", "export", "--data", data.toString(), "target"))
                .isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(wrong.toString()).contains("La clave del servidor no está");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void rows_without_a_seal_cost_nobody_a_backup() {
        try (Network network = new Network(data, new TestClock());
                Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            assertThat(network.address()).isNotEmpty();
            WrittenLedger.name(beside, "ben", "tower", "d1".repeat(16));
            beside.<Integer>write(tx -> tx.statements().update("UPDATE ledger_device SET row_seal = 0"));

            assertThat(run(Language.EN, "--data", data.toString())).isEqualTo(OrchestratorMain.OK);
            assertThat(said.toString()).contains("have no seal").doesNotContain("backup");
        }
    }

    @Test
    void a_database_that_a_newer_helios_has_changed_is_refused_in_both_languages() {
        SqliteStore.open(data.resolve("helios.db")).close();
        Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"))
                .useHandle(newer ->
                        newer.execute("UPDATE flyway_schema_history SET version = '999' WHERE version = '26'"));

        for (Language language : Language.values()) {
            CommandLine program = OrchestratorMain.commandLine(language).setErr(new PrintWriter(said, true));
            assertThat(program.execute("ledger", "recount", "--data", data.toString()))
                    .isEqualTo(OrchestratorMain.CANNOT_START);
        }
        assertThat(said.toString()).contains("by a newer Helios (version 999", "un Helios más nuevo (versión 999");
    }

    @ParameterizedTest
    @EnumSource
    void all_that_cannot_be_read_has_words_in_both_languages(UnreadableLedger.What what) {
        for (Language language : Language.values()) {
            ResourceBundle words = OrchestratorMain.commandLine(language).getResourceBundle();

            assertThat(words.getString("unreadable." + what.name().toLowerCase(Locale.ROOT)))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_not_checked_has_words_in_both_languages(Unchecked what) {
        for (Language language : Language.values()) {
            ResourceBundle words = OrchestratorMain.commandLine(language).getResourceBundle();

            assertThat(words.getString("verify.unchecked." + what.name().toLowerCase(Locale.ROOT)))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_flaw_has_words_in_both_languages(Flaw flaw) {
        for (Language language : Language.values()) {
            ResourceBundle words = OrchestratorMain.commandLine(language).getResourceBundle();

            assertThat(words.getString("verify.flaw."
                            + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_figure_has_words_in_both_languages(Figure figure) {
        for (Language language : Language.values()) {
            ResourceBundle words = OrchestratorMain.commandLine(language).getResourceBundle();

            assertThat(words.getString("verify.figure."
                            + figure.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .isNotBlank();
        }
    }
}
