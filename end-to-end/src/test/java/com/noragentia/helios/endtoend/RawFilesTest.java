/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come as they are, from other programs: the worker has them read, and outlives the hostile ones. */
class RawFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIFT = "How much weight can the travel lift take?";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_worker_that_was_given_hostile_files_answers_the_next_question_about_a_good_one() throws Exception {
        try (FrontDoor helios = new FrontDoor(folder)) {
            assertThat(helios.run("ask", "2 + 2").exit()).isZero();
            String token = helios.run("token", "create", "raw")
                    .out()
                    .strip()
                    .lines()
                    .toList()
                    .getLast();
            URI network = URI.create(
                    JSON.readTree(helios.data().resolve("network.json").toFile())
                            .get("url")
                            .asText());
            HostileFiles hostile = new HostileFiles(folder);
            Path handbook = FrontDoor.SAMPLES.resolve("harbour-handbook.en.pdf");

            assertThat(answer(network, token, handbook)).contains("35 tonnes");
            for (Path bad : List.of(hostile.corruptedPdf(), hostile.encryptedPdf(), hostile.emptyDocx())) {
                JsonNode refused = ask(network, token, bad);
                assertThat(refused.path("error").path("message").asText())
                        .as("%s: %s", bad.getFileName(), refused)
                        .isNotBlank();
            }
            assertThat(answer(network, token, handbook)).contains("35 tonnes");
        }
    }

    private String answer(URI network, String token, Path file) throws Exception {
        JsonNode body = ask(network, token, file);
        return body.path("choices").path(0).path("message").path("content").asText();
    }

    private JsonNode ask(URI network, String token, Path file) throws Exception {
        String name = file.getFileName().toString();
        String type = name.endsWith(".pdf")
                ? "application/pdf"
                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        String data = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        List<Map<String, Object>> content = List.of(
                Map.of("type", "text", "text", LIFT),
                Map.of("type", "file", "file", Map.of("filename", name, "file_data", data)));
        Map<String, Object> request =
                Map.of("model", "helios", "messages", List.of(Map.of("role", "user", "content", content)));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(network.resolve("/v1/chat/completions"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }
}
