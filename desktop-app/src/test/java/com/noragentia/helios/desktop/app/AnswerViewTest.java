/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerViewTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void parts_are_counted_and_no_worker_speaks_for_all() {
        AnswerView view = viewOf(Language.ES);

        List.of(
                        new JobEvent.Parts(0, 2),
                        new JobEvent.Started("pc-ana", "m", 1),
                        new JobEvent.Working(Phase.READING, 0, 1),
                        new JobEvent.Parts(1, 2),
                        new JobEvent.Requeued(0),
                        new JobEvent.Started("pc-luis", "m", 2),
                        new JobEvent.Parts(2, 2),
                        new JobEvent.Started("pc-ana", "m", 1))
                .forEach(view);

        assertThat(shown())
                .containsExactly(
                        "0 de 2 partes leídas",
                        "1 de 2 partes leídas",
                        "Se ha perdido el ordenador; otro continúa",
                        "1 de 2 partes leídas",
                        "2 de 2 partes leídas",
                        "pc-ana está respondiendo");
    }

    @Test
    void no_count_overwrites_an_answer_that_has_begun() {
        AnswerView view = viewOf(Language.EN);

        List.of(new JobEvent.Parts(1, 2), new JobEvent.Token(0, "one"), new JobEvent.Parts(2, 2))
                .forEach(view);

        assertThat(shown()).containsExactly("1 of 2 parts read");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("one");
    }

    @Test
    void an_answer_that_another_model_begins_anew_is_printed_anew_and_said_to_be() {
        AnswerView view = viewOf(Language.EN);

        List.of(
                        new JobEvent.Started("pc-ana", "m", 1),
                        new JobEvent.Token(0, "One"),
                        new JobEvent.Token(1, " two"),
                        new JobEvent.Requeued(2),
                        JobEvent.Requeued.ANEW,
                        new JobEvent.Started("pc-luis", "other", 2),
                        new JobEvent.Token(0, "Uno"),
                        new JobEvent.Token(1, " dos"))
                .forEach(view);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("One two", "— What stands above is void: the answer begins anew. —", "Uno dos");
    }

    @Test
    void that_its_own_computer_has_no_time_is_told_to_who_waits_for_one(@TempDir Path folder) throws Exception {
        Path stat = Files.writeString(folder.resolve("stat"), "cpu 100 0 0 100 0 0 0 0");
        AnswerView view = viewOf(Language.EN, new CrowdedOut(stat, () -> true));
        JobStatus waiting = JsonCodec.decode(
                "{\"job\":\"j\",\"state\":\"queued\",\"acceptedAt\":\"2026-03-01T12:00:00Z\",\"attempts\":0,"
                        + "\"position\":0,\"is_possible\":false,\"reason\":\"no_worker\",\"parts\":1,\"partsDone\":0}",
                JobStatus.class,
                10_000);

        view.explain(waiting);
        Files.writeString(stat, "cpu 200 0 0 100 0 0 0 0");
        view.explain(waiting);

        assertThat(err.toString(StandardCharsets.UTF_8)).containsOnlyOnce("HELIOS_WORKER_PRIORITY=normal");
        assertThat(shown().getLast())
                .startsWith("No computer that can answer this is online.")
                .contains("Other programs");
    }

    private AnswerView viewOf(Language language) {
        return viewOf(language, new CrowdedOut(Path.of("unused"), () -> false));
    }

    private AnswerView viewOf(Language language, CrowdedOut crowdedOut) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true);
        Surroundings around = Surroundings.of(terminal, language, new DataFolder(Path.of("unused")));
        return new AnswerView(around, new StatusLine(terminal), true, crowdedOut);
    }

    /** The lines that a person saw, one after the other. */
    private List<String> shown() {
        return List.of(err.toString(StandardCharsets.UTF_8).split("\r\033\\[K")).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
