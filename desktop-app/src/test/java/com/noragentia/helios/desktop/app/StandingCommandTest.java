/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.contribution.StandingReports;
import com.noragentia.helios.desktop.network.ScriptedOrchestrator;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.QualificationStatus.Stage;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class StandingCommandTest {

    @TempDir
    private Path temporary;

    private JoinedComputer computer;
    private ScriptedOrchestrator orchestrator;

    @BeforeEach
    void join() throws Exception {
        computer = JoinedComputer.in(temporary);
        orchestrator = new ScriptedOrchestrator(computer.device().key().verifyingKey());
        computer.joins(orchestrator.address(), orchestrator.key());
    }

    @AfterEach
    void leave() {
        orchestrator.close();
    }

    private CommandRun run(String... words) {
        return runIn(computer.folder(), words);
    }

    private static CommandRun runIn(DataFolder folder, String... words) {
        String[] english = Arrays.copyOf(words, words.length + 2);
        english[words.length] = "--language";
        english[words.length + 1] = "en";
        return JoinedComputer.runIn(folder, "", english);
    }

    @Test
    void standing_is_told_in_sentences() {
        orchestrator.answersGet("/api/v1/me/standing", StandingReports.visitor());

        CommandRun run = run("standing");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Visitor:", "contribute first", "4 of 10 checks passed");
    }

    @Test
    void programs_read_it_as_the_network_gave_it() throws Exception {
        orchestrator.answersGet("/api/v1/me/standing", StandingReports.contributor(true));

        CommandRun run = run("standing", "--json");

        assertThat(JsonCodec.decode(run.out(), StandingReport.class, 10_000))
                .isEqualTo(StandingReports.contributor(true));
    }

    @Test
    void qualifying_goes_on_until_enough_checks_are_passed() {
        orchestrator.answersPost("/api/v1/me/qualification", new QualificationStatus(0, 10, 10, Stage.WAITING));
        orchestrator.answersGet("/api/v1/me/qualification", new QualificationStatus(10, 10, 0, Stage.OVER));

        CommandRun run = run("qualify");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Done: 10 checks passed");
    }

    @Test
    void a_run_that_was_not_enough_says_so() {
        orchestrator.answersPost("/api/v1/me/qualification", new QualificationStatus(7, 10, 0, Stage.OVER));

        CommandRun run = run("qualify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("7 of 10 checks passed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standing", "qualify"})
    void whoever_has_joined_nothing_is_told_to_join_first_and_how(String command) {
        DataFolder stranger = new DataFolder(temporary.resolve("stranger"));

        CommandRun english = runIn(stranger, command);
        CommandRun spanish = JoinedComputer.runIn(stranger, "", command, "--language", "es");

        assertThat(english.exitCode()).isEqualTo(1);
        assertThat(english.err()).contains("Join one first: helios account join ADDRESS");
        assertThat(spanish.err()).contains("Únete antes a una: helios account join DIRECCIÓN");
        assertThat(stranger.file("device.json")).doesNotExist();
    }
}
