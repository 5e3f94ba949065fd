/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.StoredEvents;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How jobs in several parts end other than well, and what they leave. */
class FanOutEndTest {

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
    void a_part_that_nobody_can_answer_ends_the_job_and_the_work_on_the_others() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = Pictures.ask(member, 3);
            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            Problem problem = new Problem(ProblemCode.FILE_UNREADABLE, "broken", Map.of("file", "2.png"));

            worker.say(new FromWorker.Failed(second.lease(), FailureClass.BAD_REQUEST, problem));

            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(first.lease());
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.FAULTED);
            assertThat(member.status(job).problem()).isEqualTo(problem);
            Pictures.read(worker, first); // too late, and the third is not begun
            assertThat(worker.hearsNothing(300)).isTrue();
            assertThat(member.status(job).partsDone()).isZero();
        }
    }

    @Test
    void cancelling_takes_all_parts_back() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = Pictures.ask(member, 4);
            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            Pictures.read(worker, first);
            ToWorker.RunTask third = worker.hear(ToWorker.RunTask.class);

            member.cancel(job);

            assertThat(List.of(
                            worker.hear(ToWorker.CancelTask.class).lease(),
                            worker.hear(ToWorker.CancelTask.class).lease()))
                    .containsExactlyInAnyOrder(second.lease(), third.lease());
            assertThat(member.status(job))
                    .extracting(JobStatus::state, JobStatus::parts, JobStatus::partsDone)
                    .containsExactly(JobState.CANCELLED, 4, 1);
            String next = Pictures.ask(member, 1);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(task.task()).isEqualTo(next);
            assertThat(task.input())
                    .isEqualTo(new TaskInput.Image(Language.EN, "", task.input().attachments()));
        }
    }

    @Test
    void parts_that_say_too_much_end_the_job() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = Pictures.ask(member, 2);
            say(worker, worker.hear(ToWorker.RunTask.class), Limit.PARTS_BYTES.intValue() - 10_000);
            await().atMost(SOON).until(() -> member.status(job).partsDone() == 1);

            say(worker, worker.hear(ToWorker.RunTask.class), 10_000);

            await().atMost(SOON).until(() -> member.status(job).state() == JobState.FAULTED);
            assertThat(member.status(job).problem()).isNotNull().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.ANSWER_TOO_LONG);
                assertThat(problem.values()).containsEntry("limit", Long.toString(Limit.PARTS_BYTES.value()));
            });
        }
    }

    /** Sources and lines stay small, so that the text alone counts. */
    private static void say(Worker worker, ToWorker.RunTask task, int characters) {
        TaskOutput output = new TaskOutput.Image("x".repeat(characters), List.of(), List.of());
        worker.say(new FromWorker.Completed(task.lease(), output, Pictures.USAGE));
    }

    @Test
    void a_part_that_waits_too_long_ends_the_job() {
        String job = Pictures.ask(member, 2);
        clock.pass(Duration.ofMinutes(20));
        member.login();
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.EXPIRED);
    }

    @Test
    void a_part_that_cannot_be_read_any_more_ends_the_job_and_nothing_else() {
        String damaged = Pictures.ask(member, 3);
        StoredEvents.damageTask(network.data(), damaged);
        String whole = Pictures.ask(member, 1);
        try (Worker worker = Worker.join(member).ready()) {
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(task.task()).isEqualTo(whole);
            await().atMost(SOON).until(() -> member.status(damaged).state() == JobState.FAULTED);
            assertThat(worker.hearsNothing(200)).isTrue();
        }
    }

    @Test
    void what_parts_came_to_is_forgotten_with_the_job() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask(new TaskInput.Image(Language.EN, "Who?", Pictures.upload(member, 2)));
            Pictures.read(worker, worker.hear(ToWorker.RunTask.class));
            await().atMost(SOON).until(() -> member.status(job).partsDone() == 1);
            assertThat(StoredEvents.parts(network.data(), job)).isEqualTo(3); // and how they are put together
            member.cancel(job);

            clock.pass(JobRetention.KEEP);
            member.login();

            await().atMost(SOON).until(() -> StoredEvents.parts(network.data(), job) == 0);
        }
    }

    @Test
    void members_ask_neither_for_parts_nor_for_a_reduce() {
        TaskInput.Part part = new TaskInput.Part(1, 2);
        TaskOutput forged = new TaskOutput.Document("Forged.", List.of(), AnswerOrigin.QUOTED);
        assertThat(List.<TaskInput>of(
                        new TaskInput.Combine(
                                Expert.DOCUMENT, Language.EN, "", List.of(new TaskInput.Combined("a.pdf", forged))),
                        new TaskInput.Combine(Expert.CHAT, Language.EN, "", List.of()),
                        new TaskInput.Image(Language.EN, "", Pictures.upload(member, 1), part),
                        new TaskInput.Audio(Language.EN, "", List.of(), part)))
                .allSatisfy(input -> assertThat(member.tryAsk(input).problem()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }
}
