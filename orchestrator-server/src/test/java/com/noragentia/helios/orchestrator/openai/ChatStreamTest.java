/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations that are streamed. */
class ChatStreamTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 1024 * 1024;

    private final TestClock clock = new TestClock();
    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, clock);
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    @Test
    void pieces_come_as_they_are_written_then_the_end_the_usage_and_the_mark() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready();
                Response response = surface.stream(streamed("Count.", true))) {
            assertThat(response.header("Content-Type")).isEqualTo("text/event-stream;charset=utf-8");
            BufferedSource source = response.body().source();
            JsonNode begin = next(source);
            assertThat(begin.at("/choices/0/delta/role").textValue()).isEqualTo("assistant");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.piece(task, 0, "one ");
            JsonNode first = next(source);
            assertThat(first.at("/choices/0/delta/content").textValue()).isEqualTo("one ");
            assertThat(first.path("object").textValue()).isEqualTo("chat.completion.chunk");
            assertThat(first.path("model").textValue()).isEqualTo("helios-retrieval-1");
            assertThat(first.path("id")).isEqualTo(begin.path("id"));
            assertThat(first.at("/choices/0").has("finish_reason")).isTrue();
            worker.piece(task, 1, "two");
            worker.complete(task, "one two, three");

            List<String> rest = rest(source);
            assertThat(json(rest.get(0)).at("/choices/0/delta/content").textValue())
                    .isEqualTo("two");
            assertThat(json(rest.get(1)).at("/choices/0/delta/content").textValue())
                    .as("what was never streamed")
                    .isEqualTo(", three");
            assertThat(json(rest.get(2)).at("/choices/0/finish_reason").textValue())
                    .isEqualTo("stop");
            assertThat(json(rest.get(2)).at("/helios/worker").textValue()).isEqualTo("first computer");
            assertThat(json(rest.get(3)).path("choices").isEmpty()).isTrue();
            assertThat(json(rest.get(3)).at("/usage/total_tokens").intValue()).isEqualTo(5);
            assertThat(rest.subList(4, rest.size())).containsExactly("[DONE]");
        }
    }

    @Test
    void no_usage_comes_unasked() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready();
                Response response = surface.stream(streamed("Count.", false))) {
            worker.complete(worker.hear(ToWorker.RunTask.class), "one");

            assertThat(rest(response.body().source())).hasSize(4).noneMatch(event -> event.contains("usage"));
        }
    }

    @Test
    void who_hangs_up_takes_the_question_back() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            ToWorker.RunTask task;
            String job;
            try (Response response = surface.stream(streamed("Count.", false))) {
                job = next(response.body().source()).path("id").textValue().substring("chatcmpl-".length());
                task = worker.hear(ToWorker.RunTask.class);
                worker.piece(task, 0, "one ");
                next(response.body().source());
            }
            int[] index = {1};
            await().atMost(SOON).until(() -> {
                worker.piece(task, index[0], "more ");
                index[0]++;
                return surface.owner().status(job).state() == JobState.CANCELLED;
            });

            assertThat(worker.hearEventually(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
        }
    }

    @Test
    void who_hangs_up_while_nobody_answers_takes_the_question_back_too() throws IOException {
        String job;
        try (Response response = surface.stream(streamed("Is anybody there?", false))) {
            job = next(response.body().source()).path("id").textValue().substring("chatcmpl-".length());
        }

        await().atMost(Duration.ofSeconds(25))
                .until(() -> surface.owner().status(job).state() == JobState.CANCELLED);
    }

    @Test
    void what_fails_after_the_first_word_is_told_in_the_stream() throws IOException {
        try (Worker worker = Worker.join(surface.owner()).ready();
                Response response = surface.stream(streamed("Count.", false))) {
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.piece(task, 0, "one ");
            worker.say(new FromWorker.Failed(
                    task.lease(),
                    FailureClass.BAD_REQUEST,
                    Problem.of(ProblemCode.FILE_UNREADABLE, "the file cannot be read")));

            List<String> events = rest(response.body().source());
            JsonNode error = json(events.getLast()).path("error");
            assertThat(error.path("code").textValue()).isEqualTo("file_unreadable");
            assertThat(error.path("type").textValue()).isEqualTo("invalid_request_error");
        }
    }

    @Test
    void another_worker_goes_on_where_the_first_was_lost_and_nothing_comes_twice() throws IOException {
        Member other = surface.network().anotherDevice(surface.owner(), "second computer");
        Worker lost = Worker.join(surface.owner()).ready();
        try (Response response = surface.stream(streamed("Count.", false))) {
            BufferedSource source = response.body().source();
            next(source);
            ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
            lost.piece(first, 0, "one ");
            assertThat(next(source).at("/choices/0/delta/content").textValue()).isEqualTo("one ");
            lost.vanish();
            await().atMost(SOON).until(() -> surface.owner().network().workersOnline() == 0);
            try (Worker next = Worker.join(other).ready()) {
                clock.pass(Duration.ofSeconds(10));
                ToWorker.RunTask second = next.hear(ToWorker.RunTask.class);
                next.piece(second, second.nextIndex(), second.nextIndex() == 0 ? "one " : "two");
                next.complete(second, "one two");

                String text = rest(source).stream()
                        .filter(event -> event.startsWith("{"))
                        .map(event -> json(event).at("/choices/0/delta/content").asText())
                        .reduce("", String::concat);
                assertThat(text).isEqualTo("two");
            }
        }
    }

    @Test
    void an_orchestrator_that_stops_says_so_and_leaves_no_job_behind_that_nobody_hears() throws IOException {
        try (Response response = surface.stream(streamed("Wait.", false))) {
            BufferedSource source = response.body().source();
            String job = next(source).path("id").textValue().substring("chatcmpl-".length());
            surface.network().restart();

            assertThat(json(rest(source).getLast()).at("/error/code").textValue())
                    .isEqualTo("shutting_down");
            assertThat(surface.owner().login().status(job).state()).isEqualTo(JobState.CANCELLED);
        }
    }

    private static Map<String, Object> streamed(String question, boolean withUsage) {
        Map<String, Object> request = Surface.with(Surface.question(question), "stream", true);
        return withUsage ? Surface.with(request, "stream_options", Map.of("include_usage", true)) : request;
    }

    /** The next event; comments are passed over. */
    private static JsonNode next(BufferedSource source) throws IOException {
        String line = source.readUtf8LineStrict();
        while (!line.startsWith("data: ")) {
            line = source.readUtf8LineStrict();
        }
        return json(line.substring("data: ".length()));
    }

    private static List<String> rest(BufferedSource source) throws IOException {
        List<String> events = new ArrayList<>();
        for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
            if (line.startsWith("data: ")) {
                events.add(line.substring("data: ".length()));
            }
        }
        return events;
    }

    private static JsonNode json(String text) {
        try {
            return JsonCodec.decode(text, JsonNode.class, MOST_BYTES);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
