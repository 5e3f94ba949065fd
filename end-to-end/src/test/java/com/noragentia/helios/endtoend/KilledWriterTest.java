/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a worker in the middle of what a language model writes: another process goes on, and nobody can tell from the text. */
@Timeout(600)
class KilledWriterTest {

    private static final String DEMO = "helios-demo-1";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A shorter answer may be over before its worker is dead. */
    private static final int LONG_ANSWER_TOKENS = 60;

    private static final int MOST_TRIES = 20;
    private static final int MAX_BYTES = 1 << 20;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private TwoWorkers network;
    private String token;

    @BeforeEach
    void starts() throws Exception {
        network = new TwoWorkers(folder);
        token = network.memberToken();
    }

    @AfterEach
    void stops() {
        network.close();
    }

    @Test
    void another_worker_goes_on_with_the_answer_as_if_nothing_had_happened() throws Exception {
        for (int variation = 1; variation <= MOST_TRIES; variation++) {
            awaitTwoReady();
            List<JobEvent> whole = follow(ask(variation), -1);
            if (result(whole).usage().outputTokens() < LONG_ANSWER_TOKENS) {
                continue;
            }
            String job = ask(variation);
            List<JobEvent> interrupted = follow(job, 1);
            if (interrupted.stream().noneMatch(JobEvent.Requeued.class::isInstance)) {
                continue; // it was quicker than the kill
            }
            assertSame(whole, interrupted);
            return;
        }
        throw new AssertionError("no answer was interrupted in " + MOST_TRIES + " tries");
    }

    private void assertSame(List<JobEvent> whole, List<JobEvent> interrupted) throws IOException {
        List<JobEvent.Token> pieces = pieces(interrupted);
        int taken = interrupted.stream()
                .filter(JobEvent.Requeued.class::isInstance)
                .mapToInt(event -> ((JobEvent.Requeued) event).nextIndex())
                .max()
                .orElseThrow();
        System.out.printf(
                "killed after %d of %d pieces, %d tokens%n",
                taken, pieces.size(), result(interrupted).usage().outputTokens());
        assertThat(interrupted).filteredOn(JobEvent.Requeued.class::isInstance).hasSize(1);
        assertThat(taken).isPositive().isLessThan(pieces.size());
        assertThat(pieces.stream().map(JobEvent.Token::index))
                .containsExactlyElementsOf(
                        IntStream.range(0, pieces.size()).boxed().toList());
        assertThat(text(interrupted))
                .isEqualTo(text(whole))
                .isEqualTo(result(whole).output().text())
                .isEqualTo(result(interrupted).output().text());
        assertThat(network.tasksBegun(0)).isPositive();
        assertThat(network.tasksBegun(1)).isPositive();
    }

    private static List<JobEvent.Token> pieces(List<JobEvent> events) {
        return events.stream()
                .filter(JobEvent.Token.class::isInstance)
                .map(JobEvent.Token.class::cast)
                .toList();
    }

    private static String text(List<JobEvent> events) {
        return pieces(events).stream().map(JobEvent.Token::text).collect(Collectors.joining());
    }

    private static JobResult result(List<JobEvent> events) {
        assertThat(events.getLast()).isInstanceOf(JobEvent.Done.class);
        return ((JobEvent.Done) events.getLast()).result();
    }

    private void awaitTwoReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> ready() == 2);
    }

    private int ready() throws Exception {
        byte[] body = http.send(
                        HttpRequest.newBuilder(network.address().resolve("/api/v1/network"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        return JsonCodec.decode(body, NetworkSummary.class, MAX_BYTES).models().stream()
                .filter(model -> model.model().equals(DEMO))
                .mapToInt(NetworkSummary.ModelAvailability::workersReady)
                .sum();
    }

    /** The same number, the same words. It likes what it has written already, and so writes on to the end of its context. */
    private String ask(int variation) throws Exception {
        TaskInput question = new TaskInput.Chat(
                Language.EN,
                "Hi",
                List.of(),
                List.of(),
                new ChatOptions(1.5, null, 64, 0.5, -2.0, -2.0, 240, null, variation, "Hi."));
        HttpRequest request = authorised("/api/v1/jobs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JsonCodec.encode(new JobRequest(question, null, DEMO))))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(202);
        return JsonCodec.decode(response.body(), JobAccepted.class, MAX_BYTES).job();
    }

    private HttpRequest.Builder authorised(String path) {
        return HttpRequest.newBuilder(network.address().resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** All events of a job; after so many pieces its worker is killed, and started again when all is over. */
    private List<JobEvent> follow(String job, int killAfter) throws Exception {
        List<JobEvent> events = new ArrayList<>();
        int killed = -1;
        HttpRequest request = authorised("/api/v1/jobs/" + job + "/events")
                .header("Accept", "text/event-stream")
                .build();
        try (Stream<String> lines =
                http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            Iterator<String> each = lines.iterator();
            while (each.hasNext() && (events.isEmpty() || !events.getLast().isLast())) {
                String line = each.next();
                if (line.startsWith("data: ")) {
                    events.add(JsonCodec.decode(line.substring("data: ".length()), JobEvent.class, MAX_BYTES));
                }
                if (killAfter >= 0 && killed < 0 && pieces(events).size() >= killAfter) {
                    killed = network.killWhoAnswers();
                    killAfter = killed < 0 ? -1 : killAfter;
                }
            }
        }
        if (killed >= 0) {
            network.restart(killed);
        }
        return events;
    }
}
