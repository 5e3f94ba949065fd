/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Recordings through the whole network, heard by the demonstration model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskAboutRecordingsTest {

    private static final String MODEL = "helios-listen-1";
    private static final Path SPEECH = FrontDoor.SAMPLES.resolve("speech");
    private static final String SAID = "Read page 98.";
    private static final String SAID_IN_SPANISH = "Veo 112 kilómetros.";

    @TempDir
    static Path folder;

    private FrontDoor helios;

    @BeforeAll
    void opens() throws IOException {
        helios = new FrontDoor(folder);
    }

    @AfterAll
    void stopsTheNetwork() throws IOException {
        helios.close();
    }

    @Test
    void what_is_said_is_written_down_and_answered_with_its_time() throws Exception {
        for (String file : new String[] {"022.en.wav", "022.en.mp3"}) {
            String recording = SPEECH.resolve(file).toString();

            FrontDoor.Outcome text = helios.run("ask", "--model", MODEL, "--file", recording);
            FrontDoor.Outcome all =
                    helios.run("ask", "--language", "en", "--model", MODEL, "--file", recording, "What is said here?");
            FrontDoor.Outcome answer = helios.run(
                    "ask", "--json", "--language", "en", "--model", MODEL, "--file", recording, "Which page?");

            assertThat(text.out()).as(text.err()).contains(SAID).contains("demonstration model");
            assertThat(all.out()).as(all.err()).contains("[0:00] " + SAID).contains("demonstration model");
            JsonNode json = new ObjectMapper().readTree(answer.out());
            assertThat(json.get("answer").asText()).contains(SAID).contains("demonstration model");
            assertThat(json.at("/sources/0/start_ms").asLong()).isBetween(0L, 700L);
            assertThat(json.get("model").asText()).contains(MODEL).contains("helios-retrieval-1");
        }
    }

    @Test
    void a_spanish_recording_is_written_down_and_answered_in_spanish() throws Exception {
        for (String file : new String[] {"001.es.wav", "001.es.mp3"}) {
            String recording = SPEECH.resolve(file).toString();

            FrontDoor.Outcome all =
                    helios.run("ask", "--language", "es", "--model", MODEL, "--file", recording, "¿Qué se dice aquí?");
            FrontDoor.Outcome answer = helios.run(
                    "ask",
                    "--json",
                    "--language",
                    "es",
                    "--model",
                    MODEL,
                    "--file",
                    recording,
                    "¿Cuántos kilómetros ve?");
            FrontDoor.Outcome text = helios.run("ask", "--json", "--model", MODEL, "--file", recording);

            assertThat(all.out())
                    .as(all.err())
                    .contains("[0:00] " + SAID_IN_SPANISH)
                    .contains("modelo de demostración");
            JsonNode json = new ObjectMapper().readTree(answer.out());
            assertThat(json.get("answer").asText()).as(answer.err()).contains("«" + SAID_IN_SPANISH + "»");
            assertThat(json.at("/sources/0/start_ms").asLong()).isBetween(0L, 700L);
            JsonNode listening = new ObjectMapper().readTree(text.out()).get("listening");
            assertThat(listening.get("languages").get(0).asText()).isEqualTo("es");
        }
    }

    @Test
    void subtitles_are_written_beside_the_answer() throws Exception {
        Path subtitles = folder.resolve("talk.srt");
        String recording = SPEECH.resolve("022.en.wav").toString();

        FrontDoor.Outcome json =
                helios.run("ask", "--json", "--model", MODEL, "--file", recording, "--subtitles", subtitles.toString());
        FrontDoor.Outcome again =
                helios.run("ask", "--model", MODEL, "--file", recording, "--subtitles", subtitles.toString());

        assertThat(json.exit()).as(json.err()).isZero();
        assertThat(Files.readString(subtitles)).startsWith("1\n00:00:00,").contains(SAID);
        JsonNode listening = new ObjectMapper().readTree(json.out()).get("listening");
        assertThat(listening.get("languages").get(0).asText()).isEqualTo("en");
        assertThat(listening.get("demonstration").asBoolean()).isTrue();
        assertThat(listening.get("utterances").get(0).get("text").asText()).isEqualTo(SAID);
        assertThat(again.exit()).as("nothing is written over").isEqualTo(1);
    }

    @Test
    void where_no_speech_model_is_installed_the_answer_says_which_one_to_install() throws Exception {
        String recording = SPEECH.resolve("022.en.wav").toString();

        FrontDoor.Outcome english = helios.run("ask", "--language", "en", "--file", recording);
        FrontDoor.Outcome spanish = helios.run("ask", "--language", "es", "--file", recording);

        assertThat(english.exit()).isNotZero();
        assertThat(english.err()).contains("helios models pin whisper-base").contains("--model " + MODEL);
        assertThat(spanish.err()).contains("modelo de voz").contains("helios models pin whisper-base");
    }
}
