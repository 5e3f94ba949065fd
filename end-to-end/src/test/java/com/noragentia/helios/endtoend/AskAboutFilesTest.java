/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job on real files: a question goes in at the terminal, the right sentence with the right page comes out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskAboutFilesTest {

    private static final int QUESTIONS_PER_FILE = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private FrontDoor helios;

    @BeforeAll
    void opensTheDoor() throws IOException {
        helios = new FrontDoor(folder);
    }

    @AfterAll
    void stopsTheNetwork() throws IOException {
        helios.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void the_right_sentence_comes_with_the_right_place(String title, JsonNode question) throws Exception {
        JsonNode answer = ask(
                "--language",
                question.get("language").asText(),
                "--file",
                sample(question.get("file").asText()),
                question.get("question").asText());

        for (JsonNode word : question.get("expected")) {
            assertThat(answer.get("answer").asText()).contains(word.asText());
        }
        JsonNode first = answer.get("sources").get(0);
        assertThat(first.get("file").asText()).isEqualTo(question.get("file").asText());
        assertThat(answer.get("answer").asText()).contains(first.get("quote").asText());
        for (String place : List.of("page", "paragraph")) {
            if (question.has(place)) {
                assertThat(first.get(place).asInt())
                        .isEqualTo(question.get(place).asInt());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("englishPictures")
    void the_text_of_a_picture_is_read_with_less_than_two_wrong_characters_in_a_hundred(String file, String text)
            throws Exception {
        JsonNode answer = ask("--language", "en", "--file", sample(file));

        double rate = CharacterErrorRate.between(text, answer.get("answer").asText());

        assertThat(rate).isLessThan(0.02);
    }

    @Test
    void an_answer_tells_who_gave_it_and_how_long_it_took() throws Exception {
        JsonNode answer = ask("--file", sample("harbour-handbook.en.pdf"), "Who is the harbour master?");

        assertThat(answer.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("answer", "sources", "model", "worker", "job", "timings_ms", "credits");
        assertThat(answer.get("timings_ms").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("queue", "first_token", "total");
        assertThat(answer.get("model").asText()).isEqualTo("helios-retrieval-1");
        assertThat(answer.get("worker").asText()).isNotBlank();
        assertThat(answer.get("timings_ms").get("total").asLong())
                .isGreaterThanOrEqualTo(
                        answer.get("timings_ms").get("first_token").asLong());
        assertThat(answer.get("credits").asDouble()).isZero();
    }

    @Test
    void a_summary_quotes_the_document_in_its_own_order() throws Exception {
        JsonNode answer = ask("--summary", "--file", sample("harbour-handbook.en.pdf"));

        List<Integer> pages = StreamSupport.stream(answer.get("sources").spliterator(), false)
                .map(source -> source.get("page").asInt())
                .toList();
        assertThat(pages).hasSizeBetween(3, 7).isSorted();
    }

    private JsonNode ask(String... arguments) throws Exception {
        FrontDoor.Outcome outcome = helios.run(
                Stream.concat(Stream.of("ask", "--json"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
        return JSON.readTree(outcome.out());
    }

    private static String sample(String file) {
        return FrontDoor.SAMPLES.resolve(file).toString();
    }

    static Stream<Arguments> questions() throws IOException {
        Map<String, List<JsonNode>> byFile = new HashMap<>();
        for (JsonNode question : catalogue().get("questions")) {
            List<JsonNode> chosen = byFile.computeIfAbsent(question.get("file").asText(), file -> new ArrayList<>());
            if (chosen.size() < QUESTIONS_PER_FILE) {
                chosen.add(question);
            }
        }
        return byFile.values().stream()
                .flatMap(List::stream)
                .map(question -> Arguments.of(
                        question.get("file").asText() + ": "
                                + question.get("question").asText(),
                        question));
    }

    static Stream<Arguments> englishPictures() throws IOException {
        return StreamSupport.stream(catalogue().get("pictures").spliterator(), false)
                .filter(picture -> picture.get("language").asText().equals("en"))
                .map(picture -> Arguments.of(
                        picture.get("file").asText(), picture.get("text").asText()));
    }

    private static JsonNode catalogue() throws IOException {
        return JSON.readTree(FrontDoor.SAMPLES.resolve("questions.json").toFile());
    }
}
