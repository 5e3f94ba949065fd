/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.WrittenLedger;
import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class LedgerExportCommandTest {

    /** More than are read at once. */
    private static final int ENTRIES = 1_100;

    private final TestClock clock = new TestClock();
    private StringWriter said = new StringWriter();

    @TempDir
    private Path data;

    private int run(Language language, String... line) {
        said = new StringWriter();
        CommandLine program = OrchestratorMain.commandLine(language)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        return program.execute(line);
    }

    private int export(Language language, Path file) {
        return run(language, "ledger", "export", "--data", data.toString(), file.toString());
    }

    /** A ledger under a checkpoint; returns what the running orchestrator exports of it, to whoever asks. */
    private String written() {
        try (Network network = new Network(data, clock);
                Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            new WrittenLedger(beside).tasks("d1".repeat(16), ENTRIES);
            clock.pass(Duration.ofMinutes(1));
            Member stranger = new Member(network::address, Network.newKey(), "stranger");
            Awaitility.await()
                    .until(() -> Checkpoint.of(stranger.get("/api/v1/ledger/checkpoint")
                                            .body())
                                    .orElseThrow()
                                    .size()
                            >= ENTRIES);
            assertThat(export(Language.EN, data.resolve("beside"))).isEqualTo(OrchestratorMain.OK);
            return stranger.get("/api/v1/ledger/export").body();
        }
    }

    @Test
    void what_is_exported_is_what_the_orchestrator_gives_and_verifies() throws IOException {
        String given = written();
        Path file = data.resolve("exported");
        Path unfinished = Files.writeString(data.resolve("exported.unfinished"), "of an export that was killed");

        assertThat(export(Language.ES, file)).isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("1.100 apuntes");
        assertThat(file).hasContent(given);
        assertThat(unfinished).doesNotExist();
        assertThat(data.resolve("beside")).as("while it ran").hasContent(given);
        assertThat(run(Language.EN, "ledger", "verify", file.toString())).isEqualTo(OrchestratorMain.OK);
        assertThat(said.toString()).contains("1,100 entries, 1 checkpoints: all is as it should be");

        Files.writeString(file, given.replace("\"index\":700,", "\"index\":701,"));
        assertThat(run(Language.EN, "ledger", "verify", file.toString())).isEqualTo(OrchestratorMain.LEDGER_BROKEN);
        assertThat(said.toString()).contains("Entry 700 is the first bad one");
    }

    @Test
    void a_file_that_is_there_is_left_as_it_is() throws IOException {
        written();
        Path file = Files.writeString(data.resolve("mine"), "mine");

        assertThat(export(Language.EN, file)).isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(said.toString()).contains(file + " is there already").doesNotContain("Exception");
        assertThat(file).hasContent("mine");
        assertThat(export(Language.ES, data.resolve("no").resolve("folder"))).isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(said.toString()).contains("no existe el archivo o la carpeta");
    }

    @Test
    void nothing_is_written_of_a_ledger_that_nobody_has_signed() throws IOException {
        SqliteStore.open(data.resolve("helios.db")).close();
        Path file = data.resolve("exported");
        assertThat(export(Language.EN, file)).isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(said.toString()).contains("The server's key is not in this folder");

        Files.writeString(data.resolve(DataFolder.KEY), Network.newKey().encoded());
        assertThat(export(Language.EN, file)).isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(said.toString()).contains("Nothing of this ledger is signed yet");
        assertThat(file).doesNotExist();
    }
}
