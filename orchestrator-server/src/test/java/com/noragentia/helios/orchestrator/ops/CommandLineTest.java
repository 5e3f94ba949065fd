/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {

    private final StringWriter said = new StringWriter();
    private final CommandLine program =
            OrchestratorMain.commandLine().setErr(new PrintWriter(said)).setOut(new PrintWriter(said));

    @Test
    void help_names_commands_and_exit_codes() {
        assertThat(program.execute("--help")).isZero();
        assertThat(said.toString()).contains("run", "code", "Exit codes:", "could not start");
    }

    @Test
    void an_unknown_option_fails_with_a_hint() {
        assertThat(program.execute("run", "--prot", "1")).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("Unknown option").contains("--port");
    }

    @Test
    void no_command_is_a_mistake() {
        assertThat(program.execute()).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("say what to do: run or code");
    }

    @Test
    void a_wrong_setting_is_told_before_anything_is_made(@TempDir Path folder) {
        Path data = folder.resolve("new");
        assertThat(program.execute("run", "--data", data.toString(), "--port", "many"))
                .isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("setting 'port' (HELIOS_PORT) is not a number");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_data_folder_that_cannot_be_used_is_told(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Process process = ServerProcess.command("run", "--data", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.onExit().join().exitValue()).isEqualTo(OrchestratorMain.CANNOT_START);
    }

    @Test
    void a_code_made_beside_a_running_orchestrator_makes_a_new_member(@TempDir Path data) throws IOException {
        try (Network network = new Network(data, Clock.systemUTC())) {
            network.firstMember();
            Process process =
                    ServerProcess.command("code", "--data", data.toString()).start();
            String code = process.inputReader().readLine();
            assertThat(process.onExit().join().exitValue()).isZero();
            Member second = new Member(network::address, Network.newKey(), "second").enrol(code);
            assertThat(second.get("/api/v1/jobs/none").status()).isEqualTo(404);
        }
    }
}
