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

    @Test
    void without_a_network_none_is_started() {
        CommandRun run = runIn(new DataFolder(temporary.resolve("stranger")), "standing");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("The network does not answer");
    }
}
