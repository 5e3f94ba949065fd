/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be answered is said clearly, in the member's language, and harms nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskRefusesTest {

    private static final String PLAIN_QUESTION = "When does the harbour office open?";

    @TempDir
    static Path folder;

    private FrontDoor helios;
    private HostileFiles hostile;

    @BeforeAll
    void startsANetwork() throws Exception {
        helios = new FrontDoor(folder);
        hostile = new HostileFiles(folder);
        assertThat(helios.run("ask", "2 + 2").exit()).isZero();
    }

    @AfterAll
    void theNetworkStillServesAndStops() throws Exception {
        FrontDoor.Outcome outcome = helios.run("ask", "--language", "en", "what is 17 times 3");
        helios.close();

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("51");
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "CORRUPTED_PDF, en, file-unreadable, damaged",
        "CORRUPTED_PDF, es, file-unreadable, dañado",
        "ENCRYPTED_PDF, en, document-encrypted, password",
        "ENCRYPTED_PDF, es, document-encrypted, contraseña",
        "EMPTY_DOCX, en, document-empty, text",
        "EMPTY_DOCX, es, document-empty, texto",
        "EMPTY_PNG, en, attachment-empty, empty",
        "EMPTY_PNG, es, attachment-empty, vací",
        "PROGRAM_NAMED_PDF, en, file-type-mismatch, name",
        "PROGRAM_NAMED_PDF, es, file-type-mismatch, nombre",
        "THIRTY_MEGABYTES, en, attachment-too-large, 25",
        "THIRTY_MEGABYTES, es, attachment-too-large, 25",
    })
    void a_file_that_cannot_be_read_is_named_with_the_reason(Bad bad, String language, String code, String word)
            throws Exception {
        String file = file(bad).toString();

        FrontDoor.Outcome plain = helios.run("ask", "--language", language, "--file", file, PLAIN_QUESTION);
        FrontDoor.Outcome json = helios.run("ask", "--json", "--language", language, "--file", file, PLAIN_QUESTION);

        assertThat(plain.exit()).as(plain.out()).isEqualTo(1);
        assertThat(plain.err()).contains(word).doesNotContain("Exception", "\tat ");
        assertThat(json.exit()).isEqualTo(1);
        assertThat(problem(json).get("code").asText()).isEqualTo(code);
        assertThat(problem(json).get("message").asText()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"en, 20,000", "es, 20.000"})
    void a_question_of_a_hundred_thousand_characters_is_refused(String language, String limit) throws Exception {
        String question = "why ".repeat(25_000);

        FrontDoor.Outcome outcome = helios.run("ask", "--json", "--language", language, question);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(problem(outcome).get("code").asText()).isEqualTo("question-too-long");
        assertThat(problem(outcome).get("message").asText()).contains(limit);
    }

    @Test
    void a_recording_names_the_kind_of_model_that_is_missing() throws Exception {
        Path recording = Files.write(folder.resolve("talk.wav"), "RIFF\1\0\0\0WAVEfmt ".getBytes(US_ASCII));

        FrontDoor.Outcome outcome = helios.run("ask", "--json", "--file", recording.toString(), "What is said?");

        assertThat(outcome.exit()).isNotZero();
        assertThat(problem(outcome).get("code").asText()).isEqualTo("model-missing");
    }

    @Test
    void an_unknown_option_is_answered_with_a_hint() throws Exception {
        FrontDoor.Outcome outcome = helios.run("ask", "--flie", "x.pdf", PLAIN_QUESTION);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--flie").contains("--file");
    }

    private static JsonNode problem(FrontDoor.Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.out()).get("problem");
    }

    private Path file(Bad bad) throws IOException {
        return switch (bad) {
            case CORRUPTED_PDF -> hostile.corruptedPdf();
            case ENCRYPTED_PDF -> hostile.encryptedPdf();
            case EMPTY_DOCX -> hostile.emptyDocx();
            case EMPTY_PNG -> hostile.emptyPng();
            case PROGRAM_NAMED_PDF -> hostile.programNamedPdf();
            case THIRTY_MEGABYTES -> hostile.thirtyMegabytes();
        };
    }

    enum Bad {
        CORRUPTED_PDF,
        ENCRYPTED_PDF,
        EMPTY_DOCX,
        EMPTY_PNG,
        PROGRAM_NAMED_PDF,
        THIRTY_MEGABYTES
    }
}
