/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.StoredEvents;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLifeTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_stream_taken_up_in_the_middle_neither_loses_nor_repeats() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("Count to a thousand.");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            for (int i = 0; i < 600; i++) {
                worker.piece(task, i, i + " ");
            }
            List<Numbered> events = new ArrayList<>();
            try (EventReader reader = member.follow(job, 0)) {
                for (int i = 0; i < 250; i++) {
                    events.add(reader.next());
                }
            }
            for (int i = 600; i < 1_000; i++) {
                worker.piece(task, i, i + " ");
            }
            worker.complete(task, "all of them");
            try (EventReader reader = member.follow(job, events.getLast().id())) {
                events.addAll(reader.rest());
                assertThat(reader.isAtEnd()).isTrue();
            }

            assertThat(events).hasSize(2 + 1_000 + 1);
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).id()).isEqualTo(i + 1);
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(events.get(i + 2).event()).isEqualTo(new JobEvent.Token(i, i + " "));
            }
        }
    }

    @Test
    void a_stream_can_be_taken_up_by_query_and_after_its_end_is_empty() {
        String job = member.ask("Never mind.");
        member.cancel(job);
        assertThat(member.get("/api/v1/jobs/" + job + "/events?after=1").body())
                .matches("id: 2\ndata: \\{\"type\":\"cancelled\".*}\n\n");
        assertThat(member.get("/api/v1/jobs/" + job + "/events?after=2").body()).isEmpty();
        assertThat(member.get("/api/v1/jobs/" + job + "/events?after=x").problem())
                .isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void a_job_that_waits_says_how_many_are_before_it_and_whether_anybody_could() {
        member.ask("first");
        String second = member.ask("second");
        JobStatus status = member.status(second);
        assertThat(status.state()).isEqualTo(JobState.QUEUED);
        assertThat(status.position()).isEqualTo(1);
        assertThat(status.possible()).isFalse();

        try (Worker worker = Worker.join(member)) {
            long epoch = worker.hear(ToWorker.Assign.class).epoch(); // MiniLM, of no use for chat
            worker.say(new FromWorker.AssignmentAccepted(epoch));
            long chat = worker.hear(ToWorker.Assign.class).epoch();
            worker.say(new FromWorker.AssignmentLoading(chat, 0.5));
            await().atMost(SOON).until(() -> member.status(second).possible());
        }
    }

    @Test
    void a_cancelled_job_ends_and_its_worker_is_told() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("Wait, no.");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);

            assertThat(member.cancel(job).status()).isEqualTo(204);

            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
            worker.complete(task, "too late");
            String next = member.ask("This one.");
            worker.complete(worker.hear(ToWorker.RunTask.class), "done");
            await().atMost(SOON).until(() -> member.status(next).state() == JobState.DONE);
            assertThat(member.status(job).state()).isEqualTo(JobState.CANCELLED);
            assertThat(member.status(job).result()).isNull();
            assertThat(member.cancel(next).status()).isEqualTo(204);
            assertThat(member.status(next).state()).isEqualTo(JobState.DONE);
        }
    }

    @Test
    void a_job_that_nobody_serves_expires() {
        String job = member.ask("Is anybody there?");
        clock.pass(Duration.ofMinutes(20).minusSeconds(1));
        member.login();
        assertThat(member.status(job).state()).isEqualTo(JobState.QUEUED);

        clock.pass(Duration.ofSeconds(1));

        await().atMost(SOON).until(() -> member.status(job).state() == JobState.EXPIRED);
        JobStatus status = member.status(job);
        assertThat(status.problem()).isNotNull().extracting("code").isEqualTo(ProblemCode.JOB_EXPIRED);
        try (EventReader reader = member.follow(job, 1)) {
            assertThat(reader.rest()).containsExactly(new Numbered(2, new JobEvent.Expired()));
        }
    }

    @Test
    void twenty_minutes_after_its_end_nothing_that_was_said_is_left() throws IOException {
        Attachment file = member.upload("diary.txt", "a very secret diary".getBytes(StandardCharsets.UTF_8));
        String job;
        try (Worker worker = Worker.join(member).ready()) {
            job = member.ask(new TaskInput.Chat(Language.EN, "A very secret question", List.of(), List.of(file)));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.piece(task, 0, "A very secret answer");
            worker.complete(task, "A very secret answer");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        }
        assertThat(member.status(job).result()).isNotNull();

        clock.pass(JobRetention.KEEP);
        member.login();

        await().atMost(SOON).until(() -> member.status(job).result() == null);
        assertThat(member.status(job).state()).isEqualTo(JobState.DONE);
        assertThat(member.get("/api/v1/jobs/" + job + "/events").problem()).isEqualTo(ProblemCode.JOB_EXPIRED);
        clock.pass(Duration.ofSeconds(1));
        network.restart(); // sweeps at once when it starts
        Path blob = network.data()
                .resolve("blobs")
                .resolve(file.blob().substring(0, 2))
                .resolve(file.blob());
        await().atMost(SOON).until(() -> Files.notExists(blob));
        await().atMost(SOON).until(() -> !everythingOnDisk().contains("very secret"));
    }

    @Test
    void what_a_job_was_asked_under_is_forgotten_with_it() {
        TaskInput question = new TaskInput.Chat(Language.EN, "yes?", List.of(), List.of());
        String job = member.tryAsk(question, "a-key").as(JobAccepted.class).job();
        member.cancel(job);
        clock.pass(JobRetention.KEEP);
        member.login();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                member.get("/api/v1/jobs/" + job + "/events").problem())
                        .isEqualTo(ProblemCode.JOB_EXPIRED));
        assertThat(StoredEvents.traces(network.data(), job)).isEmpty();
    }

    /** Every file of the running orchestrator, as text; so that nothing hides in a log or a journal. */
    private String everythingOnDisk() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(network.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
