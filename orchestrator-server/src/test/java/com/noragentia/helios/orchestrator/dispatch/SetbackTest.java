/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.StoredEvents;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What follows when a worker cannot answer, and in which order tasks are given. */
class SetbackTest extends LeaseTrial {

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
    void a_stored_task_that_nobody_can_read_ends_alone() {
        String broken = member.ask("broken");
        String sound = member.ask("sound");
        StoredEvents.damageTask(network.data(), broken);
        network.restart(); // what was accepted a moment ago is still in memory
        try (Worker worker = Worker.join(member).ready()) {
            worker.complete(worker.hear(ToWorker.RunTask.class), "fine");
            assertThat(answerOf(sound)).isEqualTo("fine");
            assertThat(member.status(broken).problem()).extracting("code").isEqualTo(ProblemCode.INTERNAL);
        }
    }

    @Test
    void what_a_worker_says_of_a_failure_is_made_anew_before_a_member_sees_it() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            Problem told = Problem.of(ProblemCode.ENROLMENT_CODE_INVALID, "pay\nhere ".repeat(100));
            worker.say(new FromWorker.Failed(task.lease(), FailureClass.BAD_REQUEST, told));
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.FAULTED);
            assertThat(member.status(job).problem()).extracting("code").isEqualTo(ProblemCode.INTERNAL);
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
    void a_result_says_how_long_what_took() {
        Member asker = network.anotherMember("asker");
        try (Worker worker = Worker.join(member).ready()) {
            String job = asker.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            clock.pass(Duration.ofSeconds(2));
            worker.working(task, Phase.READING);
            worker.piece(task, 0, "a");
            await().atMost(SOON).until(() -> countEvents(job) == 4);
            clock.pass(Duration.ofSeconds(3));
            worker.complete(task, "a");
            await().atMost(SOON).until(() -> asker.status(job).state() == JobState.DONE);
            JobResult result = Objects.requireNonNull(asker.status(job).result());
            assertThat(result.timings()).isEqualTo(new JobResult.Timings(0, 2_000, 5_000));
        }
    }
}
