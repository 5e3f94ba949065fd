/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.StoredEvents;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases between real sockets and a real database, with workers that come, fail and go. */
class LeaseTest {

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
    void a_second_completion_changes_nothing() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "first");
            worker.complete(task, "second");
            worker.say(new FromWorker.Failed(task.lease(), FailureClass.CRASH, problem()));
            assertThat(answerOf(job)).isEqualTo("first");
            assertThat(member.status(job).attempts()).isEqualTo(1);
        }
    }

    @Test
    void a_late_completion_changes_nothing() {
        Member other = network.anotherDevice(member, "second computer");
        try (Worker slow = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask late = slow.hear(ToWorker.RunTask.class);
            try (Worker quick = Worker.join(other).ready()) {
                await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 2);
                clock.pass(LeaseRules.LIFE);
                ToWorker.RunTask again = quick.hear(ToWorker.RunTask.class);
                assertThat(slow.hear(ToWorker.CancelTask.class).lease()).isEqualTo(late.lease());
                slow.complete(late, "late");
                quick.complete(again, "in time");
                assertThat(answerOf(job)).isEqualTo("in time");
                assertThat(result(job).worker()).isEqualTo("second computer");
            }
        }
    }

    @Test
    void nobody_completes_the_lease_of_another() {
        Member thief = network.anotherMember("thief");
        try (Worker worker = Worker.join(member).ready();
                Worker stranger = Worker.join(thief)) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            stranger.complete(task, "stolen");
            stranger.piece(task, 0, "stolen");
            worker.complete(task, "mine");
            assertThat(answerOf(job)).isEqualTo("mine");
            assertThat(tokens(job)).isEmpty();
        }
    }

    @Test
    void progress_keeps_a_lease_alive_and_silence_does_not() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            for (int i = 0; i < 3; i++) {
                clock.pass(Duration.ofSeconds(40));
                int pieces = i + 1;
                worker.piece(task, i, "x");
                await().atMost(SOON).until(() -> countEvents(job) == 2 + pieces);
            }
            assertThat(worker.hearsNothing(600)).isTrue();
            clock.pass(LeaseRules.LIFE);
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
        }
    }

    @Test
    void a_lost_worker_is_replaced_and_the_answer_goes_on_where_it_stopped() {
        Member other = network.anotherDevice(member, "second computer");
        Worker lost = Worker.join(member).ready();
        String job = member.ask("q");
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        lost.piece(first, 0, "one ");
        lost.piece(first, 1, "two ");
        await().atMost(SOON).until(() -> countEvents(job) == 4);
        try (Worker next = Worker.join(other).ready()) {
            await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 2);
            lost.vanish();
            await().atMost(SOON).until(() -> online() == 1);
            assertThat(next.hearsNothing(600)).as("the grace is not over").isTrue();
            clock.pass(LeaseRules.GRACE);

            ToWorker.RunTask second = next.hear(ToWorker.RunTask.class);
            assertThat(second.attempt()).isEqualTo(2);
            assertThat(second.nextIndex()).isEqualTo(2);
            next.piece(second, 1, "two again ");
            next.piece(second, 2, "three");
            next.complete(second, "one two three");

            assertThat(answerOf(job)).isEqualTo("one two three");
            assertThat(tokens(job)).containsExactly("one ", "two ", "three");
            assertThat(events(job)).contains(new JobEvent.Requeued(2));
        }
    }

    @Test
    void a_worker_that_comes_back_goes_on_with_its_lease() {
        Worker before = Worker.join(member).ready();
        String job = member.ask("q");
        ToWorker.RunTask task = before.hear(ToWorker.RunTask.class);
        before.piece(task, 0, "one ");
        await().atMost(SOON).until(() -> countEvents(job) == 3);
        before.vanish();
        await().atMost(SOON).until(() -> online() == 0);
        try (Worker after = Worker.join(member)) {
            after.say(new FromWorker.OpenLeases(List.of(task.lease(), "a-lease-of-nobody")));
            after.ready();
            ToWorker.LeaseVerdicts verdicts = after.hearEventually(ToWorker.LeaseVerdicts.class);
            assertThat(verdicts.verdicts())
                    .containsExactlyInAnyOrder(
                            new ToWorker.Verdict(task.lease(), true, 1),
                            new ToWorker.Verdict("a-lease-of-nobody", false, 0));
            clock.pass(LeaseRules.GRACE);
            after.piece(task, 1, "two");
            after.complete(task, "one two");
            assertThat(answerOf(job)).isEqualTo("one two");
            assertThat(member.status(job).attempts()).isEqualTo(1);
        }
    }

    @Test
    void a_lease_that_a_returned_worker_has_forgotten_is_given_anew_at_once() {
        Worker before = Worker.join(member).ready();
        String job = member.ask("q");
        before.hear(ToWorker.RunTask.class);
        before.vanish();
        await().atMost(SOON).until(() -> online() == 0);
        try (Worker after = Worker.join(member).ready()) {
            after.say(new FromWorker.OpenLeases(List.of()));
            ToWorker.RunTask task = after.hearEventually(ToWorker.RunTask.class);
            assertThat(task.attempt()).isEqualTo(2);
            after.complete(task, "done");
            assertThat(answerOf(job)).isEqualTo("done");
        }
    }

    @Test
    void after_three_attempts_a_job_is_given_up() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("q");
            for (int attempt = 1; attempt <= 3; attempt++) {
                ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
                assertThat(task.attempt()).isEqualTo(attempt);
                worker.say(new FromWorker.Failed(task.lease(), FailureClass.CAPACITY, problem()));
            }
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.FAULTED);
            assertThat(member.status(job).problem()).extracting("code").isEqualTo(ProblemCode.WORKERS_FAILED);
        }
    }

    @Test
    void a_bad_request_is_final_and_its_problem_reaches_the_member() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            Problem encrypted = Problem.of(ProblemCode.DOCUMENT_ENCRYPTED, "needs a password");
            worker.say(new FromWorker.Failed(task.lease(), FailureClass.BAD_REQUEST, encrypted));
            assertThat(events(job)).last().isEqualTo(new JobEvent.Faulted(encrypted));
            assertThat(member.status(job).attempts()).isEqualTo(1);
        }
    }

    @Test
    void a_failed_task_goes_to_another_worker_when_there_is_one() {
        Member other = network.anotherDevice(member, "second computer");
        try (Worker one = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask task = one.hear(ToWorker.RunTask.class);
            try (Worker two = Worker.join(other).ready()) {
                await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 2);
                one.say(new FromWorker.Failed(task.lease(), FailureClass.CRASH, problem()));
                two.complete(two.hear(ToWorker.RunTask.class), "from two");
                assertThat(answerOf(job)).isEqualTo("from two");
            }
        }
    }

    @Test
    void a_model_that_fails_is_ordered_anew_before_it_gets_tasks() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.say(new FromWorker.Failed(task.lease(), FailureClass.MODEL, problem()));
            ToWorker.Assign again = worker.hear(ToWorker.Assign.class);
            assertThat(worker.hearsNothing(300)).isTrue();
            worker.say(new FromWorker.AssignmentReady(again.epoch()));
            worker.complete(worker.hear(ToWorker.RunTask.class), "better");
            assertThat(answerOf(job)).isEqualTo("better");
        }
    }

    @Test
    void an_answer_of_the_wrong_kind_or_with_a_gap_is_an_attempt_lost() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            TaskOutput vectors = new TaskOutput.Embedding(List.of());
            worker.say(new FromWorker.Completed(first.lease(), vectors, Usage.NONE));
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(first.lease());
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            worker.piece(second, 5, "out of nowhere");
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(second.lease());
            worker.complete(worker.hear(ToWorker.RunTask.class), "at last");
            assertThat(answerOf(job)).isEqualTo("at last");
            assertThat(tokens(job)).isEmpty();
        }
    }

    @Test
    void a_worker_has_two_leases_at_once_and_tasks_keep_their_order() {
        try (Worker worker = Worker.join(member).ready()) {
            List<String> jobs = List.of(member.ask("1"), member.ask("2"), member.ask("3"));
            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            assertThat(worker.hearsNothing(300)).isTrue();
            worker.complete(first, "a");
            ToWorker.RunTask third = worker.hear(ToWorker.RunTask.class);
            assertThat(List.of(first, second, third))
                    .extracting(task -> task.input().question())
                    .containsExactly("1", "2", "3");
            worker.complete(second, "b");
            worker.complete(third, "c");
            assertThat(jobs).extracting(this::answerOf).containsExactly("a", "b", "c");
        }
    }

    @Test
    void a_draining_worker_gets_no_more_tasks() {
        try (Worker worker = Worker.join(member).ready()) {
            await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 1);
            worker.say(new FromWorker.Draining());
            await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 0);
            member.ask("q");
            assertThat(worker.hearsNothing(300)).isTrue();
        }
    }

    @Test
    void work_for_others_has_no_price_before_there_is_a_ledger() {
        Member asker = network.anotherMember("asker");
        try (Worker worker = Worker.join(member).ready()) {
            String job = asker.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            clock.pass(Duration.ofSeconds(2));
            worker.working(task, Phase.READING);
            worker.piece(task, 0, "a");
            try (EventReader reader = asker.follow(job, 3)) {
                reader.next();
            }
            clock.pass(Duration.ofSeconds(3));
            worker.complete(task, "a");
            await().atMost(SOON).until(() -> asker.status(job).state() == JobState.DONE);
            JobResult result = Objects.requireNonNull(asker.status(job).result());
            assertThat(result.credits()).isNull();
            assertThat(result.timings()).isEqualTo(new JobResult.Timings(0, 2_000, 5_000));
        }
    }

    private static Problem problem() {
        return Problem.of(ProblemCode.INTERNAL, "on purpose");
    }

    private String answerOf(String job) {
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        return result(job).output().text();
    }

    private JobResult result(String job) {
        return Objects.requireNonNull(member.status(job).result());
    }

    private List<JobEvent> events(String job) {
        try (EventReader reader = member.follow(job, 0)) {
            return reader.rest().stream().map(EventReader.Numbered::event).toList();
        }
    }

    private List<String> tokens(String job) {
        return events(job).stream()
                .filter(JobEvent.Token.class::isInstance)
                .map(event -> ((JobEvent.Token) event).text())
                .toList();
    }

    /** Events stored so far, looked at from outside the API, which would wait for more. */
    private int countEvents(String job) {
        return StoredEvents.count(network.data(), job);
    }

    private int online() {
        return member.network().workersOnline();
    }

    private int ready(String model) {
        return member.network().models().stream()
                .filter(availability -> availability.model().equals(model))
                .findFirst()
                .orElseThrow()
                .workersReady();
    }
}
