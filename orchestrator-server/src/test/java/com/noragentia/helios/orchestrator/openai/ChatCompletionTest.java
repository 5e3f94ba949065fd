/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Written;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations in one piece. */
class ChatCompletionTest {

    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    @Test
    void an_answer_has_the_fields_that_clients_read() {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Reply> reply = surface.asks(Surface.CHAT, Surface.question("What is 2 + 2?"));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "4");

            JsonNode answer = Surface.json(reply.join());
            assertThat(answer.path("id").textValue()).startsWith("chatcmpl-");
            assertThat(answer.path("object").textValue()).isEqualTo("chat.completion");
            assertThat(answer.path("created").longValue())
                    .isCloseTo(Clock.systemUTC().instant().getEpochSecond(), within(60L));
            assertThat(answer.path("model").textValue()).isEqualTo("helios-retrieval-1");
            assertThat(answer.path("choices").size()).isEqualTo(1);
            JsonNode choice = answer.path("choices").path(0);
            assertThat(choice.path("index").intValue()).isZero();
            assertThat(choice.path("message").path("role").textValue()).isEqualTo("assistant");
            assertThat(choice.path("message").path("content").textValue()).isEqualTo("4");
            assertThat(choice.path("finish_reason").textValue()).isEqualTo("stop");
            assertThat(answer.path("usage").path("prompt_tokens").intValue()).isEqualTo(3);
            assertThat(answer.path("usage").path("completion_tokens").intValue())
                    .isEqualTo(2);
            assertThat(answer.path("usage").path("total_tokens").intValue()).isEqualTo(5);
            assertThat(answer.path("helios").path("worker").textValue()).isEqualTo("first computer");
            assertThat(answer.path("helios").path("origin").textValue()).isEqualTo("computed");
        }
    }

    @Test
    void messages_become_system_history_and_question_and_speakers_take_turns() {
        List<Object> messages = List.of(
                Surface.said("system", "Be brief."),
                Surface.said("developer", "Be kind."),
                Surface.said("user", "Hello."),
                Surface.said("assistant", "Hello you."),
                Surface.said("user", "One thing."),
                Surface.said("user", List.of(Surface.text("And"), Surface.text("another."))));

        TaskInput.Chat asked = asked(Map.of("model", "helios", "messages", messages));

        assertThat(asked.question()).isEqualTo("One thing.\n\nAnd\nanother.");
        assertThat(asked.history())
                .containsExactly(
                        new ChatTurn(ChatTurn.Role.MEMBER, "Hello."),
                        new ChatTurn(ChatTurn.Role.ASSISTANT, "Hello you."));
        assertThat(asked.options())
                .isEqualTo(
                        new ChatOptions(null, null, null, null, null, null, null, null, null, "Be brief.\n\nBe kind."));
    }

    @Test
    void every_parameter_that_is_supported_reaches_the_worker() {
        Map<String, Object> request = new HashMap<>(Surface.question("Write."));
        request.putAll(Map.of(
                "temperature", 0.5,
                "top_p", 0,
                "frequency_penalty", -1,
                "presence_penalty", 2,
                "max_tokens", 7,
                "max_completion_tokens", 100_000,
                "seed", (1L << 31) + 5,
                "stop", "END"));

        ChatOptions options = asked(request).options();

        assertThat(options)
                .isEqualTo(new ChatOptions(0.5, 0.001, null, null, -1.0, 2.0, 1_024, List.of("END"), 5, null));
    }

    @Test
    void what_asks_for_nothing_and_what_nobody_knows_is_passed_over() {
        Map<String, Object> request = new HashMap<>(Surface.question("Write."));
        request.putAll(Map.of(
                "n", 1,
                "user", "somebody",
                "metadata", Map.of("a", "b"),
                "tools", List.of(),
                "response_format", Map.of("type", "text"),
                "logprobs", false,
                "invented_tomorrow", Map.of("deep", List.of(1)),
                "prompt_cache_key", "k".repeat(100)));
        request.put("stop", null);
        request.put("temperature", null);

        assertThat(asked(request).options()).isEqualTo(ChatOptions.NONE);
    }

    @Test
    void the_language_of_our_own_words_follows_the_header() {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> Member.send(surface.program()
                    .request(Surface.CHAT)
                    .header("Accept-Language", "fr;q=0.2, es-AR;q=0.9, en;q=0.1")
                    .post(RequestBody.create(JsonCodec.encode(Surface.question("¿Qué es?"))))));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "Es.");

            asked.join();
            assertThat(task.input().language()).isEqualTo(Language.ES);
        }
    }

    @Test
    void an_answer_that_breaks_off_says_so_and_its_numbers_find_their_sources_below() {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Reply> reply = surface.asks(Surface.CHAT, Surface.question("How heavy?"));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            List<Source> sources =
                    List.of(new Source("handbook.pdf", 3, null, "35 tonnes"), new Source("notes.md", null, 7, "or so"));
            worker.say(new FromWorker.Completed(
                    task.lease(),
                    new TaskOutput.Chat(
                            "35 tonnes [1], or so [2]",
                            sources,
                            AnswerOrigin.GENERATED,
                            new Written(StopReason.LENGTH, 1, true)),
                    new Usage(3, 2, 0, 0, 0, 1L)));

            JsonNode answer = Surface.json(reply.join());
            JsonNode choice = answer.path("choices").path(0);
            assertThat(choice.path("message").path("content").textValue())
                    .isEqualTo("35 tonnes [1], or so [2]\n\n[1] handbook.pdf, p. 3\n[2] notes.md, ¶ 7");
            assertThat(choice.path("finish_reason").textValue()).isEqualTo("length");
            JsonNode helios = answer.path("helios");
            assertThat(helios.path("sources").path(0).path("file").textValue()).isEqualTo("handbook.pdf");
            assertThat(helios.path("sources").path(1).path("paragraph").intValue())
                    .isEqualTo(7);
            assertThat(helios.path("turns_left_out").intValue()).isEqualTo(1);
            assertThat(helios.path("demonstration").booleanValue()).isTrue();
            assertThat(answer.at("/usage/prompt_tokens_details/cached_tokens").intValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void the_oldest_turns_of_a_long_conversation_are_left_out_and_that_is_told() {
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            messages.add(Surface.said("user", "Question " + i));
            messages.add(Surface.said("assistant", "Answer " + i));
        }
        messages.add(Surface.said("user", "And now?"));
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Reply> reply =
                    surface.asks(Surface.CHAT, Map.of("model", "helios", "messages", messages));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "Now.");

            assertThat(((TaskInput.Chat) task.input()).history()).hasSize(64);
            assertThat(Surface.json(reply.join()).at("/helios/turns_left_out").intValue())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_model_is_named_by_its_id() {
        try (Worker worker = Worker.joinToDemonstrate(surface.owner()).ready()) {
            CompletableFuture<Reply> reply = surface.asks(
                    Surface.CHAT, Surface.with(Surface.question("7 plus 5"), "model", Worker.DEMONSTRATION));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "12");

            assertThat(task.model()).isEqualTo(Worker.DEMONSTRATION);
            assertThat(Surface.json(reply.join()).path("model").textValue()).isEqualTo(Worker.DEMONSTRATION);
        }
    }

    @Test
    void an_answer_that_takes_longer_than_a_connection_may_idle_comes_all_the_same() {
        OkHttpClient patient =
                Member.HTTP.newBuilder().readTimeout(Duration.ofMinutes(2)).build();
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Reply> reply =
                    CompletableFuture.supplyAsync(() -> surface.post(patient, "Take your time."));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            for (int i = 0; i < 7; i++) {
                await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
                worker.piece(task, i, "still ");
            }
            assertThat(reply).isNotDone();
            worker.complete(task, "still ".repeat(7) + "here");

            assertThat(reply.join().status()).isEqualTo(200);
        }
    }

    private TaskInput.Chat asked(Map<String, Object> request) {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Reply> reply = surface.asks(Surface.CHAT, request);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "Done.");
            await().atMost(Duration.ofSeconds(10)).until(reply::isDone);
            assertThat(reply.join().status()).isEqualTo(200);
            return (TaskInput.Chat) task.input();
        }
    }
}
