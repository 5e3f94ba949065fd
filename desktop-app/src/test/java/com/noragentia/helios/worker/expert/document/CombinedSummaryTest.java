/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The summaries of several documents, made one by the real expert. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CombinedSummaryTest {

    private static final List<String> SAMPLES =
            List.of("harbour-handbook.en.pdf", "manual-del-puerto.es.pdf", "meeting-notes.en.docx");

    @TempDir
    Path folder;

    private RetrievalModels models;
    private DocumentExpert expert;

    @BeforeAll
    void load() throws Exception {
        models = RetrievalModels.load();
        expert = new DocumentExpert(RetrievalModels.MANIFEST, models.encoder(), models.languages(), models.texts());
    }

    @AfterAll
    void close() throws Exception {
        models.close();
    }

    @Test
    void three_documents_become_one_summary_in_which_each_has_its_say() throws Exception {
        List<Combined> parts = new ArrayList<>();
        for (String name : SAMPLES) {
            parts.add(new Combined(name, summaryOf(name).output()));
        }
        HeardStream stream = new HeardStream();

        Answer answer = combine(stream, parts);

        TaskOutput.Document output = (TaskOutput.Document) answer.output();
        assertThat(output.origin()).isEqualTo(AnswerOrigin.QUOTED);
        assertThat(output.text()).isEqualTo(stream.text());
        assertThat(stream.phases()).contains(Phase.SEARCHING);
        assertThat(answer.usage()).isEqualTo(new Usage(0, 6, 0, 0, 0));
        assertThat(output.sources()).hasSize(6).doesNotHaveDuplicates();
        assertThat(output.sources())
                .extracting(Source::file)
                .isSortedAccordingTo((one, other) -> Integer.compare(SAMPLES.indexOf(one), SAMPLES.indexOf(other)));
        for (Combined part : parts) {
            List<Source> own = output.sources().stream()
                    .filter(source -> source.file().equals(part.file()))
                    .toList();
            assertThat(own).isNotEmpty();
            // In the order in which they stand in the document, and word for word.
            assertThat(part.output().sources()).containsSubsequence(own);
        }
    }

    @Test
    void words_of_strangers_neither_hide_nor_turn_nor_come_from_pages_that_cannot_be() throws Exception {
        Combined hostile = new Combined(
                "a.pdf",
                new TaskOutput.Document(
                        "",
                        List.of(
                                new Source("a.pdf", 1, 1, "The harbour\nopens \u202eat six.\u001b[2J"),
                                new Source("a.pdf", 2_000_000_000, 2, "The harbour closes at ten.")),
                        AnswerOrigin.QUOTED));

        Answer answer = combine(new HeardStream(), List.of(hostile, part("b.txt", "Boats enter the harbour at dawn.")));

        assertThat(answer.output().sources())
                .extracting(Source::quote)
                .containsExactly("The harbour opens at six.[2J", "Boats enter the harbour at dawn.");
    }

    @Test
    void a_short_document_beside_long_ones_is_not_forgotten() throws Exception {
        List<Combined> parts = List.of(
                part("a.txt", "The harbour opens at six.", "Boats enter the harbour at dawn."),
                part("b.txt", "The harbour closes at ten.", "Boats leave the harbour before dusk."),
                part("c.txt", "Blue paint needs two days to dry."));

        assertThat(combine(new HeardStream(), parts).output().sources())
                .extracting(Source::file)
                .contains("a.txt", "b.txt", "c.txt");
    }

    @Test
    void parts_without_a_sentence_say_so_in_the_members_words() throws Exception {
        TaskOutput.Document output =
                (TaskOutput.Document) combine(new HeardStream(), List.of(part("a.txt"), part("b.txt")))
                        .output();

        assertThat(output.origin()).isEqualTo(AnswerOrigin.NONE);
        assertThat(output.text()).startsWith("Los archivos adjuntos no parecen");
    }

    @Test
    void a_part_cannot_flood_the_summary_or_quote_another_file() throws Exception {
        String[] flood = IntStream.range(0, 20_000)
                .mapToObj(i -> "Sentence number " + i + " is here.")
                .toArray(String[]::new);
        flood[0] = "x".repeat(1_000_000);
        flood[1] = " ";
        Combined liar =
                new Combined("b.txt", part("a.txt", "The lighthouse is blue.").output());

        List<Source> sources = combine(new HeardStream(), List.of(part("a.txt", flood), liar))
                .output()
                .sources();

        assertThat(sources)
                .hasSize(4)
                .allSatisfy(source ->
                        assertThat(source.quote()).hasSizeLessThan(100).isNotBlank());
        assertThat(sources).last().isEqualTo(new Source("b.txt", null, 1, "The lighthouse is blue."));
    }

    @Test
    void what_is_no_summary_is_refused() {
        TaskOutput picture = new TaskOutput.Image("text", List.of(), List.of());
        assertRefused(new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "", List.of(new Combined("a.txt", picture))));
        assertRefused(new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "Why?", List.of()));
    }

    private void assertRefused(TaskInput.Combine task) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> expert.answer(task, RetrievalModels.filesIn(folder), new HeardStream()))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }

    private Answer summaryOf(String sample) throws Exception {
        Path file = folder.resolve(sample);
        try (InputStream in = ClassPathEncoder.resource("/samples/" + sample)) {
            Files.copy(in, file);
        }
        FileType type = FileType.ofName(sample).orElseThrow();
        TaskInput.Document task = new TaskInput.Document(
                Language.EN, "", DocumentGoal.SUMMARY, List.of(RetrievalModels.attachment(file, type)));
        return expert.answer(task, RetrievalModels.filesIn(folder), new HeardStream());
    }

    private Answer combine(HeardStream stream, List<Combined> parts) throws Exception {
        return expert.answer(
                new TaskInput.Combine(Expert.DOCUMENT, Language.ES, "", parts),
                RetrievalModels.filesIn(folder),
                stream);
    }

    private static Combined part(String file, String... sentences) {
        List<Source> sources = IntStream.range(0, sentences.length)
                .mapToObj(i -> new Source(file, null, i + 1, sentences[i]))
                .toList();
        return new Combined(file, new TaskOutput.Document("", sources, AnswerOrigin.QUOTED));
    }
}
