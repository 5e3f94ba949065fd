/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class OrchestratorClientTest {

    private static final JobRequest REQUEST =
            new JobRequest(new TaskInput.Chat(Language.ES, "¿Qué es Helios?", List.of(), List.of()));

    @TempDir
    private Path folder;

    private final SigningKey device = SigningKey.generate(new SecureRandom());
    private ScriptedOrchestrator orchestrator;
    private OrchestratorClient client;

    @BeforeEach
    void connect() throws IOException {
        orchestrator = new ScriptedOrchestrator(device.verifyingKey());
        client = client(orchestrator.key().verifyingKey().fingerprint(), Clock.systemUTC());
    }

    private OrchestratorClient client(String network, Clock clock) {
        return new OrchestratorClient(
                orchestrator.address(),
                new Login(network, device.verifyingKey().fingerprint(), device),
                folder.resolve("token.json"),
                clock,
                new SecureRandom());
    }

    @AfterEach
    void disconnect() {
        client.close();
        orchestrator.close();
    }

    @Test
    void the_key_is_proved_once_and_the_token_serves_the_next_program_too() throws Exception {
        assertThat(client.summary().workersOnline()).isEqualTo(1);
        try (OrchestratorClient next = client(orchestrator.key().verifyingKey().fingerprint(), Clock.systemUTC())) {
            assertThat(next.summary().workersOnline()).isEqualTo(1);
        }

        assertThat(orchestrator.requests("/tokens")).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_token_that_is_refused_is_renewed_without_a_word() {
        client.summary();
        orchestrator.forgetsTokens();

        assertThat(client.summary().workersOnline()).isEqualTo(1);
        assertThat(orchestrator.requests("/tokens")).hasSize(2);
    }

    @Test
    void nothing_is_proved_to_another_network() {
        try (OrchestratorClient deceived = client("f".repeat(32), Clock.systemUTC())) {
            assertThat(problem(deceived::summary)).isEqualTo(ProblemCode.NETWORK_UNREACHABLE);
        }
        assertThat(orchestrator.requests("/tokens")).isEmpty();
    }

    @Test
    void a_file_is_uploaded_under_its_own_name() throws Exception {
        Path file = Files.writeString(folder.resolve("señal & ruido.txt"), "hola");

        Attachment attachment = client.upload(file);

        assertThat(attachment.name()).isEqualTo("señal & ruido.txt");
        assertThat(attachment.type()).isEqualTo(FileType.TEXT);
        assertThat(attachment.bytes()).isEqualTo(4);
        assertThat(orchestrator.requests("/blobs").getFirst().getUrl().queryParameter("name"))
                .isEqualTo("señal & ruido.txt");
    }

    @Test
    void a_bad_file_never_reaches_the_network() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pdf"));

        assertThat(problem(() -> client.upload(empty))).isEqualTo(ProblemCode.ATTACHMENT_EMPTY);
        assertThat(orchestrator.requests("/")).isEmpty();
    }

    @Test
    void a_question_whose_answer_was_lost_is_asked_again_but_counted_once() {
        orchestrator.losesAnswerOfNextJob();

        String job = client.submit(REQUEST);

        assertThat(job).isEqualTo("job-0");
        assertThat(orchestrator.asked()).hasSizeGreaterThan(1).containsOnly(REQUEST);
        assertThat(orchestrator.jobs()).isEqualTo(1);
    }

    @Test
    void a_stream_that_is_cut_is_taken_up_where_it_broke() throws Exception {
        JobEvent[] story = {
            new JobEvent.Queued(0),
            new JobEvent.Started("pc", "m", 1),
            new JobEvent.Working(Phase.READING, 1, 2),
            new JobEvent.Token(0, "Hola, "),
            new JobEvent.Token(1, "mundo."),
            new JobEvent.Expired()
        };
        orchestrator.tells(story).cutsAfter(2);
        List<JobEvent> heard = new ArrayList<>();

        client.follow("job-0", heard::add);

        assertThat(heard).containsExactly(story);
        assertThat(orchestrator.requests("/events"))
                .extracting(request -> request.getHeaders().get("Last-Event-ID"))
                .containsExactly(null, "1", "3");
    }

    @Test
    void a_newer_networks_word_for_what_a_worker_does_is_heard_as_work() throws Exception {
        orchestrator
                .tells(new JobEvent.Working(Phase.LOOKING, 0, 0), new JobEvent.Expired())
                .says("dreaming", "looking");
        List<JobEvent> heard = new ArrayList<>();

        client.follow("job-0", heard::add);

        assertThat(heard).containsExactly(new JobEvent.Working(Phase.WORKING, 0, 0), new JobEvent.Expired());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void wherever_a_stream_is_cut_each_piece_comes_once_and_in_order(int eventsPerConnection) throws Exception {
        JobEvent[] story = IntStream.range(0, 12)
                .mapToObj(i -> i == 11 ? new JobEvent.Expired() : new JobEvent.Token(i, "piece " + i))
                .toArray(JobEvent[]::new);
        orchestrator.tells(story).cutsAfter(eventsPerConnection).cutsInMidEvent();
        List<JobEvent> heard = new ArrayList<>();

        client.follow("job-0", heard::add);

        assertThat(heard).containsExactly(story);
        assertThat(orchestrator.requests("/events")).hasSize((12 + eventsPerConnection - 1) / eventsPerConnection);
    }

    @Test
    void a_token_that_ends_while_following_is_renewed() throws Exception {
        orchestrator.tells(new JobEvent.Cancelled());
        client.summary();
        orchestrator.forgetsTokens();
        List<JobEvent> heard = new ArrayList<>();

        client.follow("job-0", heard::add);

        assertThat(heard).containsExactly(new JobEvent.Cancelled());
    }

    @Test
    void following_gives_up_after_a_minute_without_contact() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        InstantSource impatient = () -> now.getAndUpdate(instant -> instant.plus(Duration.ofSeconds(8)));
        try (OrchestratorClient lost =
                client(orchestrator.key().verifyingKey().fingerprint(), impatient.withZone(ZoneOffset.UTC))) {
            lost.summary();
            orchestrator.close();

            assertThat(problem(() -> lost.follow("job-0", event -> {}))).isEqualTo(ProblemCode.NETWORK_UNREACHABLE);
        }
    }

    @Test
    void an_event_is_heard_that_is_larger_than_a_workers_message() throws Exception {
        String half = "x".repeat(Limit.WORKER_MESSAGE_BYTES.intValue() / 2);
        JobEvent large = new JobEvent.Faulted(
                new Problem(ProblemCode.INTERNAL, "large", Map.of("a", half, "b", half, "c", half)));
        orchestrator.tells(large);
        List<JobEvent> heard = new ArrayList<>();

        client.follow(client.submit(REQUEST), heard::add);

        assertThat(heard).containsExactly(large);
    }

    @Test
    void when_to_come_back_is_heard_of_a_problem_and_of_a_header() {
        orchestrator.refusesNextJob(ProblemCode.QUEUE_FULL, Map.of("retryAfter", "12"), "99");
        orchestrator.refusesNextJob(ProblemCode.RATE_LIMITED, Map.of(), "7");
        orchestrator.refusesNextJob(ProblemCode.OVERLOADED, Map.of(), "Wed, 21 Oct 2026 07:28:00 GMT");

        assertThat(refusal().values()).containsEntry("retryAfter", "12");
        assertThat(refusal().values()).containsEntry("retryAfter", "7");
        assertThat(refusal().values()).isEmpty();
    }

    private Problem refusal() {
        return catchThrowableOfType(ProblemException.class, () -> client.submit(REQUEST))
                .problem();
    }

    @Test
    void a_job_is_taken_back() {
        client.cancel("job-7");

        assertThat(orchestrator.requests("/jobs/job-7"))
                .extracting(request -> request.getMethod())
                .containsExactly("DELETE");
    }

    private static ProblemCode problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().code();
    }
}
