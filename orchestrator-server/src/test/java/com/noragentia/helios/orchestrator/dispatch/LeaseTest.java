/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leases between real sockets and a real database, with workers that are late, silent or gone. */
class LeaseTest extends LeaseTrial {

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
        try (Worker slow = proven(member)) {
            String job = member.ask("q");
            ToWorker.RunTask late = slow.hear(ToWorker.RunTask.class);
            try (Worker quick = proven(other)) {
                await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 2);
                clock.pass(length(late));
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
        try (Worker worker = proven(member)) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            Duration length = length(task);
            for (int i = 0; i < 3; i++) {
                clock.pass(length.multipliedBy(2).dividedBy(3));
                int pieces = i + 1;
                worker.piece(task, i, "x");
                await().atMost(SOON).until(() -> countEvents(job) == 2 + pieces);
            }
            assertThat(worker.hearsNothing(600)).isTrue();
            clock.pass(length);
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
        }
    }

    @Test
    void the_same_report_again_and_again_does_not_keep_a_lease() {
        try (Worker worker = proven(member)) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.piece(task, 0, "x");
            await().atMost(SOON).until(() -> countEvents(job) == 3);
            Duration half = length(task).dividedBy(2);
            for (int report = 1; report <= 2; report++) {
                clock.pass(half);
                int reports = report;
                worker.piece(task, 0, "x");
                worker.working(task, Phase.READING);
                await().atMost(SOON).until(() -> countEvents(job) == 3 + reports);
            }
            clock.pass(half);
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
        }
    }

    @Test
    void no_lease_outlives_its_longest_time_whatever_its_worker_reports() {
        try (Worker worker = proven(member)) {
            String job = member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            Duration step = length(task).multipliedBy(4).dividedBy(5);
            int steps = (int) LeaseLength.RENEWED_AT_MOST.dividedBy(step);
            for (int i = 0; i < steps; i++) {
                clock.pass(step);
                int pieces = i + 1;
                worker.piece(task, i, "x");
                await().atMost(SOON).until(() -> countEvents(job) == 2 + pieces);
            }
            clock.pass(LeaseLength.RENEWED_AT_MOST.minus(step.multipliedBy(steps)));
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
        }
    }

    private Duration length(ToWorker.RunTask task) {
        return Duration.between(clock.instant(), task.expiresAt());
    }

    @Test
    void a_lost_worker_is_replaced_and_the_answer_goes_on_where_it_stopped() {
        Member other = network.anotherDevice(member, "second computer");
        Worker lost = proven(member);
        String job = member.ask("q");
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        lost.piece(first, 0, "one ");
        lost.piece(first, 1, "two ");
        await().atMost(SOON).until(() -> countEvents(job) == 4);
        try (Worker next = proven(other)) {
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
        Worker before = proven(member);
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
    void naming_its_leases_again_and_again_does_not_keep_them() {
        try (Worker worker = proven(member)) {
            member.ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            Duration half = length(task).dividedBy(2);
            for (int i = 0; i < 2; i++) {
                worker.say(new FromWorker.OpenLeases(List.of(task.lease())));
                assertThat(worker.hear(ToWorker.LeaseVerdicts.class).verdicts())
                        .containsExactly(new ToWorker.Verdict(task.lease(), true, 0));
                clock.pass(half);
            }
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
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
}
