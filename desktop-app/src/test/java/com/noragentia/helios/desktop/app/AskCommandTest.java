/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.network.ScriptedOrchestrator;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Written;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class AskCommandTest {

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

    @Test
    void the_answer_comes_with_its_sources_and_times() throws Exception {
        tellsAnswer();

        CommandRun run = ask("--language", "es", "--file", document(), "¿Cuándo cierra?");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Cierra a las ocho.\n")
                .contains("informe.txt, página 3: «Cierra a las ocho.»")
                .contains("Ha respondido pc-ana con el modelo helios-retrieval-1")
                .contains("En cola 0,1 s");
    }

    @Test
    void json_has_exactly_the_promised_fields() throws Exception {
        tellsAnswer();

        CommandRun run = ask("--json", "--file", document(), "¿Cuándo cierra?");

        assertThat(run.out().strip())
                .isEqualTo("{\"answer\":\"Cierra a las ocho.\",\"sources\":["
                        + "{\"file\":\"informe.txt\",\"page\":3,\"quote\":\"Cierra a las ocho.\"},"
                        + "{\"file\":\"informe.txt\",\"page\":null,\"paragraph\":2,\"quote\":\"Abre.\"}],"
                        + "\"model\":\"helios-retrieval-1\",\"worker\":\"pc-ana\",\"job\":\"job-0\","
                        + "\"timings_ms\":{\"queue\":120,\"first_token\":340,\"total\":560},\"credits\":null}");
    }

    @Test
    void files_decide_who_answers_and_summary_needs_no_question() throws Exception {
        tellsAnswer();

        ask("--language", "es", "--summary", "--file", document());
        ask("--language", "en", "What", "is", "Helios?");

        TaskInput.Document summary =
                (TaskInput.Document) orchestrator.asked().getFirst().input();
        assertThat(summary.goal()).isEqualTo(TaskInput.DocumentGoal.SUMMARY);
        assertThat(summary.attachments().getFirst().type()).isEqualTo(FileType.HELIOS_TEXT);
        assertThat(summary.attachments().getFirst().name()).isEqualTo("informe.txt");
        assertThat(orchestrator.asked().getLast().input())
                .isEqualTo(new TaskInput.Chat(Language.EN, "What is Helios?", List.of(), List.of()));
    }

    @Test
    void a_job_that_fails_says_why_and_ends_with_its_exit_code() {
        orchestrator.tells(new JobEvent.Faulted(
                new Problem(ProblemCode.DOCUMENT_ENCRYPTED, "encrypted", Map.of("file", "secreto.pdf"))));

        CommandRun run = ask("--language", "es", "--json", "hola");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("\"code\":\"document-encrypted\"");
        assertThat(run.err()).contains("«secreto.pdf» está protegido con contraseña");
    }

    @Test
    void a_cancelled_job_has_an_exit_code_of_its_own() {
        orchestrator.tells(new JobEvent.Cancelled());
        assertThat(ask("hola").exitCode()).isEqualTo(130);
    }

    @Test
    void an_expired_job_counts_as_not_answered() {
        orchestrator.tells(new JobEvent.Expired());
        assertThat(ask("hola").exitCode()).isEqualTo(3);
    }

    @Test
    void sources_have_the_numbers_by_which_a_language_model_speaks_of_them() {
        orchestrator.tells(
                new JobEvent.Token(0, "Cierra a las ocho [1]. Abre a las diez [2]."),
                new JobEvent.Done(new JobResult(
                        new TaskOutput.Document(
                                "Cierra a las ocho [1]. Abre a las diez [2].",
                                List.of(
                                        new Source("informe.pdf", 3, null, "Se cierra a las ocho."),
                                        new Source("informe.pdf", 4, null, "Se abre a las diez.")),
                                AnswerOrigin.GENERATED,
                                new Written(StopReason.STOP, 0, false)),
                        "pc-ana",
                        "un-modelo",
                        Usage.NONE,
                        new JobResult.Timings(120, 340, 560),
                        null)));

        CommandRun run = ask("--language", "es", "¿Cuándo cierra?");

        assertThat(run.out())
                .contains("[1] informe.pdf, página 3: «Se cierra a las ocho.»")
                .contains("[2] informe.pdf, página 4: «Se abre a las diez.»")
                .contains("un-modelo");
    }

    @Test
    void an_answer_cannot_play_with_the_terminal() {
        orchestrator.tells(
                new JobEvent.Token(0, "a\u001b[2Jb\u0007c\n"),
                new JobEvent.Done(result("abc", List.of(new Source("x\u001b[1m.txt", null, null, "q")))));

        CommandRun run = ask("hola");

        assertThat(run.out()).startsWith("a[2Jbc\n").doesNotContain("\u001b").doesNotContain("\u0007");
    }

    private void tellsAnswer() {
        orchestrator.tells(
                new JobEvent.Queued(0),
                new JobEvent.Started("pc-ana", "helios-retrieval-1", 1),
                new JobEvent.Working(Phase.READING, 1, 2),
                new JobEvent.Token(0, "Cierra "),
                new JobEvent.Token(1, "a las ocho."),
                new JobEvent.Done(result(
                        "Cierra a las ocho.",
                        List.of(
                                new Source("informe.txt", 3, null, "Cierra a las ocho."),
                                new Source("informe.txt", null, 2, "Abre.")))));
    }

    private static JobResult result(String text, List<Source> sources) {
        return new JobResult(
                new TaskOutput.Document(text, sources, AnswerOrigin.QUOTED),
                "pc-ana",
                "helios-retrieval-1",
                Usage.NONE,
                new JobResult.Timings(120, 340, 560),
                null);
    }

    private String document() throws Exception {
        return Files.writeString(temporary.resolve("informe.txt"), "Abre.\nCierra a las ocho.")
                .toString();
    }

    private CommandRun ask(String... words) {
        return computer.run(
                Stream.concat(Stream.of("ask"), Arrays.stream(words)).toArray(String[]::new));
    }
}
