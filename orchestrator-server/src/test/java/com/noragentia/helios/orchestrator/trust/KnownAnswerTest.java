/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right answers are told from wrong ones, and from those that try to be right whatever was asked. */
class KnownAnswerTest {

    private static final KnownNumber NUMBER = new KnownNumber(4310);
    private static final KnownQuote QUOTE =
            new KnownQuote("12:40", List.of("Alma Dalasen", "317", "9.50 pounds", "1871", "44"));
    private static final KnownWords WORDS = new KnownWords(
            List.of("Meeting", "room", "314", "Please", "ask", "for", "Elena", "Corinvik"),
            List.of("314", "Elena", "Corinvik"));
    private static final KnownLikeness LIKENESS = new KnownLikeness(List.of(0, 1, 0, 2));

    private static TaskOutput chat(String text) {
        return new TaskOutput.Chat(text, List.of(), AnswerOrigin.GENERATED);
    }

    private static TaskOutput document(String text) {
        return new TaskOutput.Document(text, List.of(), AnswerOrigin.QUOTED);
    }

    private static TaskOutput image(String... lines) {
        return new TaskOutput.Image(
                "",
                List.of(),
                Arrays.stream(lines)
                        .map(line -> new TextLine("a.png", line, 0.9, new TextLine.Box(0, 0, 1, 1)))
                        .toList());
    }

    private static float[] unit(double... head) {
        float[] vector = new float[KnownLikeness.LEAST_DIMENSIONS];
        double length = Math.sqrt(Arrays.stream(head).map(x -> x * x).sum());
        for (int i = 0; i < head.length; i++) {
            vector[i] = (float) (head[i] / length);
        }
        return vector;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4310", "431 times 10 is 4,310.", "431 por 10 son 4.310", "It is 4 310", "**4310**", "= 4,310 g"
            })
    void a_number_may_be_written_as_people_write_it(String text) {
        assertThat(NUMBER.isGivenBy(chat(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4311", "43100", "14310", "4310.5", "431", "4.31"})
    void another_number_is_wrong(String text) {
        assertThat(NUMBER.isGivenBy(chat(text))).isFalse();
    }

    @Test
    void whoever_says_every_number_has_said_none() {
        String all = IntStream.range(4000, 5000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        assertThat(NUMBER.isGivenBy(chat(all))).isFalse();
        assertThat(NUMBER.isGivenBy(chat("4310" + " ".repeat(KnownNumber.MOST_CHARACTERS))))
                .isFalse();
    }

    @Test
    void a_result_is_the_last_number_and_no_other() {
        KnownResult result = new KnownResult(42);
        assertThat(result.isGivenBy(chat("17 + 25 = 37 + 5 = 42."))).isTrue();
        assertThat(result.isGivenBy(chat("42"))).isTrue();
        assertThat(result.isGivenBy(chat("It is 42 or 43."))).isFalse();
        assertThat(result.isGivenBy(chat("no idea"))).isFalse();
        assertThat(result.isGivenBy(chat("1 ".repeat(KnownNumber.MOST_NUMBERS) + "42")))
                .isFalse();
        assertThat(result.isGivenBy(document("42"))).isFalse();
    }

    @Test
    void a_row_of_digits_says_no_number_and_a_list_of_numbers_none_either() {
        KnownQuote count = new KnownQuote("317", List.of());
        assertThat(count.isGivenBy(chat("There is room for 317."))).isTrue();
        assertThat(count.isGivenBy(chat("13171"))).isFalse();
        assertThat(count.isGivenBy(chat("13171 and 317"))).isTrue();
        assertThat(count.isGivenBy(chat("1 ".repeat(KnownQuote.MOST_NUMBERS) + "317")))
                .isFalse();
        assertThat(count.isGivenBy(chat("317" + " ".repeat(KnownQuote.MOST_CHARACTERS))))
                .isFalse();
    }

    @Test
    void whoever_knows_our_signs_and_has_not_looked_has_read_nothing() {
        assertThat(WORDS.isGivenBy(image("Meeting room", "Please ask for Elena Barada")))
                .isFalse();
        assertThat(WORDS.isGivenBy(image("Meeting room 315", "Please ask for Elena Barada")))
                .isFalse();
        assertThat(WORDS.isGivenBy(image("Meeting room 315", "Please ask for Elena Corinvik")))
                .isTrue();
    }

    @Test
    void a_quote_holds_the_fact_that_was_asked_for() {
        assertThat(QUOTE.isGivenBy(document("\"It opens at 12:40.\" (a.pdf, page 1)")))
                .isTrue();
        assertThat(QUOTE.isGivenBy(chat("It opens at 12:40."))).isTrue();
        assertThat(QUOTE.isGivenBy(document("Alma Dalasen has 317 of them."))).isFalse();
    }

    @Test
    void whoever_copies_the_whole_file_has_answered_nothing() {
        assertThat(QUOTE.isGivenBy(document("12:40 Alma Dalasen 317"))).isTrue();
        assertThat(QUOTE.isGivenBy(document("12:40 Alma Dalasen 317 9.50 pounds 1871 44")))
                .isFalse();
    }

    @Test
    void a_picture_may_be_misread_a_little() {
        assertThat(WORDS.isGivenBy(image("Meeting room 314", "Please ask for Elena Corinvik")))
                .isTrue();
        assertThat(WORDS.isGivenBy(image("MEETING r00m 314", "P1ease ask for Elena Coriivik")))
                .isTrue();
        assertThat(WORDS.isGivenBy(image("Meeting room 341"))).isFalse();
        assertThat(WORDS.isGivenBy(image())).isFalse();
    }

    @Test
    void whoever_reads_a_dictionary_out_has_read_nothing() {
        String[] lines = Stream.concat(
                        Stream.of("Meeting room 314 Please ask for Elena Corinvik"),
                        IntStream.range(0, 40).mapToObj(i -> "word" + i))
                .toArray(String[]::new);
        assertThat(WORDS.isGivenBy(image(lines))).isFalse();
    }

    @Test
    void like_texts_have_the_nearest_vectors() {
        List<float[]> right = List.of(unit(1, 0.1), unit(0, 1), unit(1, 0.2), unit(0, 0, 1));
        List<float[]> wrong = List.of(unit(1, 0.1), unit(1, 0.2), unit(0, 1), unit(0, 0, 1));
        assertThat(LIKENESS.isGivenBy(new TaskOutput.Embedding(right))).isTrue();
        assertThat(LIKENESS.isGivenBy(new TaskOutput.Embedding(wrong))).isFalse();
    }

    @Test
    void vectors_that_are_none_are_wrong() {
        float[] nan = unit(1);
        Arrays.fill(nan, Float.NaN);
        Stream.of(
                        List.<float[]>of(),
                        List.of(unit(1)),
                        Collections.nCopies(4, unit(1)),
                        Collections.nCopies(4, new float[0]),
                        Collections.nCopies(4, new float[KnownLikeness.LEAST_DIMENSIONS]),
                        Collections.nCopies(4, nan),
                        Arrays.asList(unit(1), null, unit(1), null),
                        List.of(unit(1, 0.1), unit(0, 1), unit(1, 0.2), new float[] {1}))
                .forEach(vectors -> assertThat(LIKENESS.isGivenBy(new TaskOutput.Embedding(vectors)))
                        .isFalse());
    }

    @Test
    void an_answer_of_another_kind_is_wrong() {
        Stream.of(
                        chat(""),
                        document(""),
                        image("x"),
                        new TaskOutput.Embedding(List.of()),
                        new TaskOutput.Audio("", List.of(), List.of()))
                .forEach(output -> Stream.of(NUMBER, QUOTE, WORDS, LIKENESS)
                        .forEach(answer -> assertThat(answer.isGivenBy(output)).isFalse()));
    }

    @Test
    void it_is_stored_and_read_again() throws Exception {
        for (KnownAnswer answer : List.of(NUMBER, new KnownResult(12), QUOTE, WORDS, LIKENESS)) {
            String json = JsonCodec.encodeToString(answer);
            assertThat(JsonCodec.decode(json, KnownAnswer.class, 10_000)).isEqualTo(answer);
        }
    }
}
