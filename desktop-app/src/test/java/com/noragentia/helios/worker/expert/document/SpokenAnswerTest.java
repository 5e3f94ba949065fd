/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about what other workers heard, asked of the real expert. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpokenAnswerTest {

    private static final List<String> MEETING = List.of(
            "Good morning everybody.",
            "The meeting about the new bridge is on Tuesday at 7:30.",
            "The bridge will cost 4 million euros.",
            "Laura brings the plans of the harbour.",
            "Please turn off your telephones.",
            "The library closes at 9.");

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
    void a_question_is_answered_with_what_was_said_and_when() throws Exception {
        TaskOutput.Document answer = ask(Language.EN, "How much does the bridge cost?", heard(null, MEETING));

        assertThat(answer.origin()).isEqualTo(AnswerOrigin.QUOTED);
        assertThat(answer.sources())
                .contains(new Source("talk.mp3", null, null, "The bridge will cost 4 million euros.", 80_000L));
        assertThat(answer.text()).startsWith("“The bridge will cost 4 million euros.” (talk.mp3, at 1:20)");
    }

    @Test
    void also_in_spanish_and_across_the_parts_of_a_recording() throws Exception {
        List<Combined> parts = List.of(
                new Combined("charla.wav", output(0, null, List.of("Buenos días a todos.", "Hoy llueve mucho."))),
                new Combined(
                        "charla.wav",
                        output(120_000, null, List.of("María llega el sábado a las 7:30.", "Cierra la puerta."))));

        TaskOutput.Document answer = answer(Language.ES, "¿Qué día llega María?", parts);

        assertThat(answer.text()).startsWith("«María llega el sábado a las 7:30.» (charla.wav, en 2:00)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is said here?",
                "what do they say",
                "Transcribe this recording, please.",
                "¿Qué se dice aquí?",
                "¿Qué dicen en esta grabación?",
                "Transcribe el audio",
                ""
            })
    void who_asks_what_is_said_gets_all_of_it(String question) throws Exception {
        TaskOutput.Document answer = ask(Language.EN, question, heard(null, MEETING));

        assertThat(answer.origin()).isEqualTo(AnswerOrigin.QUOTED);
        assertThat(answer.text().lines())
                .hasSize(MEETING.size())
                .startsWith("[0:00] Good morning everybody.", "[0:40] " + MEETING.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is said about the lift?", "What does Laura say?", "¿Qué se dice del puente?"})
    void what_is_said_of_something_is_a_question(String question) {
        assertThat(RecordingWish.ofTranscript(question)).isFalse();
    }

    @Test
    void a_summary_is_made_of_what_was_said() throws Exception {
        TaskOutput.Document answer = ask(Language.EN, "A summary of what is said, please.", heard(null, MEETING));

        assertThat(answer.sources()).hasSizeBetween(3, 7).allSatisfy(source -> {
            assertThat(MEETING).contains(source.quote());
            assertThat(source.startMillis()).isEqualTo(40_000L * MEETING.indexOf(source.quote()));
        });
        assertThat(RecordingWish.ofSummary("Un resumen de lo que se dice, por favor."))
                .isTrue();
    }

    @Test
    void where_nothing_answers_all_that_was_heard_is_told_and_that_it_does_not() throws Exception {
        TaskOutput.Document answer = ask(Language.EN, "Which zebra won the photosynthesis race?", heard(null, MEETING));

        assertThat(answer.origin()).isEqualTo(AnswerOrigin.NONE);
        assertThat(answer.text()).startsWith("Nothing that was said").contains("[3:20] The library closes at 9.");
    }

    @Test
    void a_demonstration_is_named_and_so_is_silence() throws Exception {
        assertThat(ask(Language.EN, "What is said?", heard(new Spoken(List.of("en"), true), MEETING))
                        .text())
                .endsWith(
                        "a demonstration model listened. It knows numbers and a few commands, and writes down anything else wrong.");
        assertThat(ask(Language.ES, "¿Quién llega?", heard(new Spoken(List.of(), false), List.of()))
                        .text())
                .isEqualTo("Ahí no oigo hablar a nadie.");
    }

    @Test
    void a_recording_that_breaks_off_is_named() throws Exception {
        assertThat(ask(
                                Language.EN,
                                "What does the bridge cost?",
                                heard(new Spoken(List.of("en"), false, List.of("x")), MEETING))
                        .text())
                .endsWith("\nNote: talk.mp3 breaks off before its end; only what is there was heard.");
    }

    /** As documents have it: the nearest sentence is not always an answer. */
    @Test
    void a_quote_that_is_far_from_the_question_is_said_to_be_that() throws Exception {
        String question = "What is the price of a ticket?";
        String quote = ask(Language.EN, question, heard(null, MEETING)).text();

        assertThat(quote).startsWith("This may not answer the question; it is what comes nearest to it:\n“");
        assertThat(ask(Language.EN, "How much does the bridge cost?", heard(null, MEETING))
                        .text())
                .doesNotContain("may not answer");
    }

    @Test
    void nothing_that_hides_or_turns_words_passes() throws Exception {
        TaskOutput.Document answer = ask(
                Language.EN,
                "What is said?",
                heard(
                        null,
                        List.of("Pay\u202E 7\u2066 eu\u200Bros\u0085now\u009B31m.", "\u200B\u202E", "a\n\n[9:59] b")));

        assertThat(answer.text()).isEqualTo("[0:00] Pay 7 eurosnow31m.\n[1:20] a [9:59] b");
    }

    @Test
    void what_another_worker_sent_is_not_trusted() throws Exception {
        List<Utterance> lies = new ArrayList<>();
        lies.add(new Utterance("other.txt", 5, 900, "The bridge is blue."));
        lies.add(new Utterance("x", -7, 2, "before the beginning"));
        lies.add(new Utterance("x", 9, 2, "backwards"));
        lies.add(new Utterance("x", 0, 2, "long ".repeat(5_000)));
        lies.add(new Utterance("x", 0, 2, " "));

        TaskOutput.Document answer = ask(Language.EN, "What is said?", new TaskOutput.Audio("lies", List.of(), lies));

        assertThat(answer.text()).isEqualTo("[0:00] The bridge is blue.");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> answer(
                        Language.EN,
                        "What is said?",
                        List.of(
                                new Combined("a.wav", heard(null, MEETING)),
                                new Combined("b.wav", new TaskOutput.Document("", List.of(), AnswerOrigin.NONE)))));
    }

    private TaskOutput.Document ask(Language language, String question, TaskOutput heard) throws Exception {
        return answer(language, question, List.of(new Combined("talk.mp3", heard)));
    }

    private TaskOutput.Document answer(Language language, String question, List<Combined> parts) throws Exception {
        HeardStream stream = new HeardStream();
        TaskInput task = new TaskInput.Combine(Expert.DOCUMENT, language, question, parts);
        TaskOutput.Document output = (TaskOutput.Document)
                expert.answer(task, file -> java.nio.file.Path.of(""), stream).output();
        assertThat(stream.text()).isEqualTo(output.text());
        return output;
    }

    private static TaskOutput.Audio heard(@Nullable Spoken spoken, List<String> sentences) {
        return output(0, spoken, sentences);
    }

    /** A sentence every 40 seconds. */
    private static TaskOutput.Audio output(long from, @Nullable Spoken spoken, List<String> sentences) {
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            long start = from + 40_000L * i;
            utterances.add(new Utterance("claimed.wav", start, start + 2_000, sentences.get(i)));
        }
        return new TaskOutput.Audio(String.join(" ", sentences), List.of(), utterances, spoken);
    }
}
