/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** “What is this?” through the whole network, of drawn shapes, answered by the demonstration models and by the reader of text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskWhatItIsTest {

    private static final String MODELS = "helios-caption-1,helios-detect-1";
    private static final Path FIGURES = FrontDoor.SAMPLES.resolve("figures");
    /** Of so many pictures asked here; what the models promise of all is held by their own test. */
    private static final int ASKED = 2;

    private static final double SAME = 0.5;

    @TempDir
    static Path folder;

    private FrontDoor helios;
    private JsonNode samples;

    @BeforeAll
    void opens() throws IOException {
        helios = new FrontDoor(folder);
        samples = new ObjectMapper()
                .readTree(FIGURES.resolve("figures.json").toFile())
                .get("samples");
    }

    @AfterAll
    void stopsTheNetwork() throws IOException {
        helios.close();
    }

    @Test
    void what_is_seen_is_told_with_boxes_and_with_who_saw_it() throws Exception {
        int right = 0;
        for (JsonNode sample :
                StreamSupport.stream(samples.spliterator(), false).limit(ASKED).toList()) {
            String file = FIGURES.resolve(sample.get("file").asText()).toString();

            FrontDoor.Outcome asked =
                    helios.run("ask", "--json", "--language", "en", "--model", MODELS, "--file", file, "What is this?");

            assertThat(asked.exit()).as(asked.err()).isZero();
            JsonNode json = new ObjectMapper().readTree(asked.out());
            JsonNode looking = json.get("looking");
            JsonNode said = looking.get("descriptions").get(0);
            assertThat(said.get("model").asText()).isEqualTo("helios-caption-1");
            assertThat(said.get("language").asText()).isEqualTo("en");
            assertThat(said.get("demonstration").asBoolean()).isTrue();
            assertThat(json.get("answer").asText())
                    .contains("Description: “" + said.get("text").asText() + "” (helios-caption-1)")
                    .contains("(helios-detect-1)")
                    .contains("Text: none.")
                    .contains("demonstration model");
            assertThat(json.get("model").asText()).contains("helios-read-1", "helios-caption-1", "helios-detect-1");
            right += isRight(sample, looking) ? 1 : 0;
        }
        assertThat(right).as("of " + ASKED).isPositive();
    }

    @Test
    void a_spanish_asker_is_answered_in_spanish() throws Exception {
        String file = FIGURES.resolve(samples.get(0).get("file").asText()).toString();

        FrontDoor.Outcome asked =
                helios.run("ask", "--language", "es", "--model", MODELS, "--file", file, "¿Qué es esto?");

        assertThat(asked.out())
                .as(asked.err())
                .contains("Descripción: «", "(en inglés; helios-caption-1)", "Cosas: ", "Texto: ninguno.")
                .contains("modelo de demostración");
    }

    @Test
    void without_a_model_that_looks_the_answer_says_which_to_install() throws Exception {
        String file = FIGURES.resolve(samples.get(0).get("file").asText()).toString();

        FrontDoor.Outcome english = helios.run("ask", "--language", "en", "--file", file, "what is this?");
        FrontDoor.Outcome spanish = helios.run("ask", "--language", "es", "--file", file, "¿qué hay en la foto?");

        assertThat(english.exit()).as(english.err()).isZero();
        assertThat(english.out())
                .contains("Text: none.", "helios models pin vit-gpt2-captioning", "helios models pin yolos-tiny")
                .contains("--model " + MODELS);
        assertThat(spanish.out()).contains("Texto: ninguno.", "--model " + MODELS);
    }

    @ParameterizedTest
    @CsvSource({
        "vit-gpt2-captioning, en, is not installed, Whoever runs it can install it with",
        "vit-gpt2-captioning, es, no está instalado, Quien la administra puede instalarlo con",
        "yolos-tiny, en, is not installed, Whoever runs it can install it with",
        "yolos-tiny, es, no está instalado, Quien la administra puede instalarlo con",
    })
    void a_model_that_is_named_and_not_installed_is_told_with_how_to_install_it_and_what_there_is(
            String model, String language, String what, String how) throws Exception {
        String file = FIGURES.resolve(samples.get(0).get("file").asText()).toString();

        FrontDoor.Outcome asked =
                helios.run("ask", "--language", language, "--model", model, "--file", file, "What is this?");

        assertThat(asked.exit()).as(asked.out()).isEqualTo(1);
        assertThat(asked.err())
                .contains(what, how, "helios models pin " + model)
                .contains("helios-caption-1", "helios-detect-1", "helios-read-1");
    }

    private static boolean isRight(JsonNode sample, JsonNode looking) {
        return looking.at("/descriptions/0/text")
                        .asText()
                        .equals(sample.get("caption").asText())
                && counts(sample.get("objects")).equals(counts(looking.get("objects")))
                && StreamSupport.stream(sample.get("objects").spliterator(), false)
                        .allMatch(object -> StreamSupport.stream(
                                        looking.get("objects").spliterator(), false)
                                .anyMatch(found -> found.get("label").equals(object.get("label"))
                                        && overlap(object.get("box"), found.get("box")) > SAME));
    }

    private static Map<String, Integer> counts(JsonNode objects) {
        Map<String, Integer> counts = new TreeMap<>();
        objects.forEach(object -> counts.merge(object.get("label").asText(), 1, Integer::sum));
        return counts;
    }

    /** @param drawn left, top, right, bottom */
    private static double overlap(JsonNode drawn, JsonNode found) {
        List<Double> box = StreamSupport.stream(drawn.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
        double left = found.get("x").asDouble();
        double top = found.get("y").asDouble();
        double width = found.get("width").asDouble();
        double height = found.get("height").asDouble();
        double both = Math.max(0, Math.min(box.get(2), left + width) - Math.max(box.get(0), left))
                * Math.max(0, Math.min(box.get(3), top + height) - Math.max(box.get(1), top));
        return both / ((box.get(2) - box.get(0)) * (box.get(3) - box.get(1)) + width * height - both);
    }
}
