/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.ServerProcess;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {

    private final StringWriter said = new StringWriter();
    private final CommandLine program = OrchestratorMain.commandLine(Language.EN)
            .setErr(new PrintWriter(said))
            .setOut(new PrintWriter(said));

    @Test
    void help_names_commands_and_exit_codes() {
        assertThat(program.execute("--help")).isZero();
        assertThat(said.toString()).contains("run", "code", "Exit codes:", "could not start");
    }

    @Test
    void an_unknown_option_fails_with_a_hint() {
        assertThat(program.execute("run", "--prot", "1")).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("Not known: --prot 1", "Usage: helios-orchestrator run", "--port");
    }

    @Test
    void usage_errors_are_told_in_both_languages() {
        said("run", "--prot", "1").contains("No se conoce: --prot 1", "Uso: helios-orchestrator run", "--port");
        said("ledger", "compensate", "many").contains("Esto no encaja: ENTRY many");
        said("ledger", "export").contains("Falta algo: TARGET");
        said("nonsense\u001b[31m").contains("No se conoce: nonsense?[31m").doesNotContain("\u001b");
        assertThat(program.execute("ledger", "export")).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("Something is missing: TARGET");
    }

    /** In English and Spanish on Linux and macOS, and on Windows. */
    @Test
    void the_front_doors_name_every_word_about_the_books_and_the_models_of_the_network() throws IOException {
        for (String command : List.of("ledger", "models")) {
            List<String> named = Stream.concat(
                            Files.readAllLines(Path.of("../helios")).stream(),
                            Files.readAllLines(Path.of("../helios.cmd")).stream())
                    .filter(line -> line.matches("(echo )?  " + command + " .*: .*"))
                    .toList();

            assertThat(named).as(command).hasSize(3);
            for (String word : Objects.requireNonNull(program.getSubcommands().get(command))
                    .getSubcommands()
                    .keySet()) {
                assertThat(named).allSatisfy(line -> assertThat(line).containsPattern("[ :]" + word + "(,| |$)"));
            }
        }
    }

    private static AbstractStringAssert<?> said(String... line) {
        StringWriter dicho = new StringWriter();
        CommandLine programa = OrchestratorMain.commandLine(Language.ES)
                .setErr(new PrintWriter(dicho, true))
                .setOut(new PrintWriter(dicho, true));
        assertThat(programa.execute(line)).isEqualTo(OrchestratorMain.WRONG_SETTING);
        return assertThat(dicho.toString());
    }

    @Test
    void every_word_is_there_in_both_languages() {
        assertThat(OrchestratorMain.words(Language.ES).keySet())
                .isEqualTo(OrchestratorMain.words(Language.EN).keySet());
    }

    @Test
    void help_explains_each_command_and_option_in_both_languages() {
        assertThat(program.execute("run", "--help")).isZero();
        assertThat(said.toString())
                .contains("Usage: helios-orchestrator run", "until it is told to stop", "data folder", "Port; 8437");
        StringWriter dicho = new StringWriter();
        CommandLine programa = OrchestratorMain.commandLine(Language.ES).setOut(new PrintWriter(dicho));
        assertThat(programa.execute("code", "--help")).isZero();
        assertThat(programa.execute("--help")).isZero();
        assertThat(dicho.toString())
                .contains("Uso: helios-orchestrator code", "código de un solo uso", "La carpeta de datos")
                .contains("Órdenes:", "Códigos de salida:", "no ha podido arrancar");
    }

    @Test
    void without_a_command_it_runs() {
        assertThat(OrchestratorMain.withDefault(List.of())).containsExactly("run");
        assertThat(OrchestratorMain.withDefault(List.of("--port", "0"))).containsExactly("run", "--port", "0");
        assertThat(OrchestratorMain.withDefault(List.of("code"))).containsExactly("code");
        assertThat(OrchestratorMain.withDefault(List.of("--help"))).containsExactly("--help");
    }

    @Test
    void a_wrong_setting_is_told_before_anything_is_made(@TempDir Path folder) {
        Path data = folder.resolve("new");
        assertThat(program.execute("run", "--data", data.toString(), "--port", "many"))
                .isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("setting 'port' (HELIOS_PORT) is not a number");
        said("run", "--data", data.toString(), "--port", "many")
                .contains("el ajuste 'port' (HELIOS_PORT) no es un número");
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
