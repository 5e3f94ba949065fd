/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.StoredEvents;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks that break workers, and workers that break over tasks. */
class PoisonTest extends LeaseTrial {

    @Test
    void a_job_that_crashes_the_workers_of_two_owners_goes_to_no_third_and_blames_nobody() {
        Member second = network.anotherMember("second");
        Member third = network.anotherMember("third");
        Member asker = network.anotherMember("asker");
        try (Worker one = Worker.join(member).ready();
                Worker two = Worker.join(second).ready();
                Worker three = Worker.join(third).ready()) {
            await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 3);
            String job = asker.ask("q");
            for (int crash = 0; crash < 2; crash++) {
                await().atMost(SOON)
                        .until(() -> List.of(one, two, three).stream().anyMatch(this::crashes));
            }
            await().atMost(SOON).until(() -> asker.status(job).state() == JobState.FAULTED);

            assertThat(asker.status(job).problem()).extracting("code").isEqualTo(ProblemCode.JOB_POISONOUS);
            assertThat(asker.status(job).attempts()).isEqualTo(2);
            assertThat(StoredEvents.blames(network.data())).isZero();
            assertThat(one.hearsNothing(200) && two.hearsNothing(200) && three.hearsNothing(200))
                    .isTrue();
        }
    }

    private boolean crashes(Worker worker) {
        return worker.heard(ToWorker.RunTask.class)
                .map(task -> {
                    worker.say(new FromWorker.Failed(task.lease(), FailureClass.CRASH, problem()));
                    return true;
                })
                .orElse(false);
    }

    @Test
    void two_crashes_at_one_owner_are_no_poison() {
        Member laptop = network.anotherDevice(member, "laptop");
        try (Worker one = Worker.join(member).ready();
                Worker two = Worker.join(laptop).ready()) {
            await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 2);
            String job = member.ask("q");
            for (int crash = 0; crash < 3; crash++) {
                await().atMost(SOON).until(() -> crashes(one) || crashes(two));
            }
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.FAULTED);
            assertThat(member.status(job).problem()).extracting("code").isEqualTo(ProblemCode.WORKERS_FAILED);
            assertThat(StoredEvents.blames(network.data())).isEqualTo(3);
        }
    }

    @Test
    void what_is_lost_soon_after_an_outage_blames_nobody_and_costs_no_attempt() {
        Worker before = Worker.join(member).ready();
        String job = member.ask("q");
        before.hear(ToWorker.RunTask.class);
        network.restart();
        for (int loss = 0; loss < 4; loss++) { // more than a task has attempts
            try (Worker again = Worker.join(member)) {
                again.say(new FromWorker.OpenLeases(List.of()));
                again.ready();
                again.hearEventually(ToWorker.RunTask.class);
            }
            await().atMost(SOON).until(() -> online() == 0);
        }
        assertThat(member.status(job).state().isFinal()).isFalse();
        assertThat(StoredEvents.blames(network.data())).isZero();

        clock.pass(LeaseRules.AMNESTY);
        await().atMost(SOON).until(() -> member.status(job).position() != null);
        try (Worker last = Worker.join(member).ready()) {
            last.complete(last.hear(ToWorker.RunTask.class), "at last");
            assertThat(answerOf(job)).isEqualTo("at last");
        }
    }

    @Test
    void a_worker_that_is_silent_or_gone_without_an_outage_is_blamed() {
        clock.pass(LeaseRules.AMNESTY);
        try (Worker worker = Worker.join(member).ready()) {
            member.login().ask("q");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            clock.pass(Duration.between(clock.instant(), task.expiresAt()));
            worker.hearEventually(ToWorker.CancelTask.class);
            await().atMost(SOON).until(() -> StoredEvents.blames(network.data()) == 1);
        }
    }
}
