/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The official client of OpenAI for Node, which knows nothing of Helios but its address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialClientTest {

    private NodeClient client;
    private Surface surface;

    @BeforeAll
    void install() throws IOException, InterruptedException {
        client = NodeClient.installed();
    }

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    @Test
    void it_lists_the_models() throws IOException {
        try (Worker _ = Worker.join(surface.owner()).ready()) {
            JsonNode told = client.does("models", surface).join();

            assertThat(told.path("ids").toString()).contains("\"helios\"", "\"helios-retrieval-1\"");
            assertThat(told.path("one").textValue()).isEqualTo("helios");
        }
    }

    @Test
    void it_asks_and_reads_the_answer() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<JsonNode> told = client.does("chat", surface);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "4");

            assertThat(Objects.requireNonNull(((TaskInput.Chat) task.input()).options())
                            .variation())
                    .isEqualTo(7);
            assertThat(told.join().path("text").textValue()).isEqualTo("4");
            assertThat(told.join().path("reason").textValue()).isEqualTo("stop");
            assertThat(told.join().at("/usage/total_tokens").intValue()).isEqualTo(5);
            assertThat(told.join().path("model").textValue()).isEqualTo("helios-retrieval-1");
        }
    }

    @Test
    void it_reads_a_stream_piece_by_piece() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<JsonNode> told = client.does("stream", surface);
            count(worker);

            assertThat(told.join().path("pieces").toString()).isEqualTo("[\"one \",\"two\"]");
            assertThat(told.join().path("reason").textValue()).isEqualTo("stop");
            assertThat(told.join().at("/usage/prompt_tokens").intValue()).isEqualTo(3);
        }
    }

    @Test
    void its_own_gatherer_of_chunks_is_content_with_ours() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<JsonNode> told = client.does("gathered", surface);
            await().pollDelay(ChatStream.KEEP_ALIVE.plusSeconds(1)).until(() -> true); // so that a sign of life comes
            count(worker);

            assertThat(told.join().path("text").textValue()).isEqualTo("one two");
        }
    }

    private static void count(Worker worker) {
        ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
        worker.piece(task, 0, "one ");
        worker.piece(task, 1, "two");
        worker.complete(task, "one two");
    }

    @Test
    void when_it_aborts_the_question_is_taken_back() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<JsonNode> told = client.does("abort", surface);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.piece(task, 0, "one ");
            String job = told.join().path("id").textValue().substring("chatcmpl-".length());

            await().atMost(Duration.ofSeconds(25))
                    .until(() -> surface.owner().status(job).state() == JobState.CANCELLED);
        }
    }

    @Test
    void it_shows_a_picture(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("sign.png"), FilesInMessagesTest.png(300_000));
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<JsonNode> told = client.does("image", surface, file);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            Pictures.read(worker, task);

            assertThat(task.input().attachments().getFirst().bytes()).isEqualTo(300_000);
            assertThat(told.join().path("text").textValue()).isNotBlank();
        }
    }

    @Test
    void it_gets_vectors_as_numbers_though_it_asks_for_base64() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<JsonNode> told = client.does("embeddings", surface);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.say(new FromWorker.Completed(
                    task.lease(),
                    new TaskOutput.Embedding(List.of(new float[] {0.6f, 0.8f}, new float[] {-1f, 0f})),
                    new Usage(4, 0, 0, 0, 0)));

            assertThat(told.join().at("/vectors/0/1").floatValue()).isEqualTo(0.8f);
            assertThat(told.join().at("/vectors/1/0").floatValue()).isEqualTo(-1f);
        }
    }

    @Test
    void it_has_recordings_written_down(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("talk.wav"), Uploads.wav(2));
        try (Worker worker =
                Worker.joinToDemonstrate(surface.owner(), Worker.LISTENER).ready()) {
            CompletableFuture<JsonNode> told = client.does("transcribe", surface, file);
            for (int i = 0; i < 3; i++) {
                ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
                worker.say(new FromWorker.Completed(
                        task.lease(), TranscriptionsTest.heard("talk.wav"), new Usage(0, 2, 0, 0, 2)));
            }

            assertThat(told.join().path("json").textValue()).isEqualTo("Good morning. Goodbye <all>.");
            assertThat(told.join().path("srt").textValue()).startsWith("1\n00:00:00,000 --> ");
            assertThat(told.join().path("segments").intValue()).isEqualTo(2);
        }
    }

    @Test
    void it_makes_its_own_exceptions_of_our_refusals() throws IOException {
        JsonNode told = client.does("errors", surface).join();

        assertThat(told.size()).isEqualTo(4);
        assertError(told.path(0), "AuthenticationError", 401, "invalid_api_key", null);
        assertError(told.path(1), "NotFoundError", 404, "model_not_found", "model");
        assertError(told.path(2), "BadRequestError", 400, "unsupported_parameter", "n");
        assertError(told.path(3), "NotFoundError", 404, "not_found", null);
    }

    private static void assertError(JsonNode error, String name, int status, String code, @Nullable String param) {
        assertThat(error.path("name").textValue()).isEqualTo(name);
        assertThat(error.path("status").intValue()).isEqualTo(status);
        assertThat(error.path("code").textValue()).isEqualTo(code);
        assertThat(error.path("param").textValue()).isEqualTo(param);
    }

    @Test
    void it_hears_of_a_failure_in_mid_stream() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<JsonNode> told = client.does("broken", surface);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.piece(task, 0, "one ");
            worker.say(new FromWorker.Failed(
                    task.lease(),
                    FailureClass.BAD_REQUEST,
                    Problem.of(ProblemCode.FILE_UNREADABLE, "the file cannot be read")));

            assertThat(told.join().path("failed").booleanValue()).isTrue();
            assertThat(told.join().path("code").textValue()).isEqualTo("file_unreadable");
        }
    }
}
