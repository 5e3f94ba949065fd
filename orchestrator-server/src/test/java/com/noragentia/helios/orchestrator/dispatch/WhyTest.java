/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members learn why they wait, workers why they are idle; and who talks on with the same worker. */
class WhyTest extends LeaseTrial {

    @Test
    void a_waiting_job_says_its_place_its_reason_and_how_long_it_may_take() {
        String job = member.ask("q");
        assertThat(member.status(job).reason()).isEqualTo(WaitReason.NO_WORKER);
        assertThat(member.status(job).estimateMillis()).isNull();

        try (Worker worker = Worker.join(member)) {
            worker.hear(ToWorker.Assign.class);
            long chat = worker.hear(ToWorker.Assign.class).epoch();
            worker.say(new FromWorker.AssignmentLoading(chat, 0.5));
            await().atMost(SOON).until(() -> member.status(job).reason() == WaitReason.MODEL_LOADING);
            worker.say(new FromWorker.AssignmentDeclined(
                    chat, Problem.of(ProblemCode.MODEL_MISSING, "the graph is damaged")));
            await().atMost(SOON).until(() -> member.status(job).reason() == WaitReason.MODEL_REFUSED);
        }
    }

    @Test
    void who_waits_for_busy_workers_is_told_so_and_given_an_estimate() {
        try (Worker worker = Worker.join(member).ready()) {
            for (int i = 0; i < LeaseRules.LEASES_PER_WORKER; i++) {
                member.ask("busy");
                worker.hear(ToWorker.RunTask.class);
            }
            String job = member.ask("q");
            JobStatus status = member.status(job);
            assertThat(status.reason()).isEqualTo(WaitReason.WORKERS_BUSY);
            assertThat(status.position()).isZero();
            assertThat(status.possible()).isTrue();
            assertThat(status.estimateMillis()).isPositive();
        }
    }

    @Test
    void an_idle_worker_is_told_what_passed_it_by() {
        member.ask("one");
        member.ask("two");
        try (Worker worker = Worker.join(member)) {
            worker.hear(ToWorker.Assign.class); // hosts nothing of use for chat yet
            clock.pass(SkipReports.INTERVAL);
            await().atMost(SOON).until(() -> worker.passedOverFor().equals(Map.of(SkipReason.MODEL_NOT_HOSTED, 2)));
        }
    }

    @Test
    void a_conversation_stays_with_its_worker_and_goes_under_a_name_that_says_nothing() {
        Member asker = network.anotherMember("asker");
        try (Worker one = Worker.join(member).ready();
                Worker two = Worker.join(network.anotherDevice(member, "two")).ready()) {
            await().atMost(SOON).until(() -> ready("helios-retrieval-1") == 2);
            Worker first = talk(asker, one, two);
            for (int turn = 0; turn < 5; turn++) {
                assertThat(talk(asker, one, two)).isSameAs(first);
            }
        }
    }

    private Worker talk(Member asker, Worker one, Worker two) {
        TaskInput input = new TaskInput.Chat(Language.EN, "and then?", List.of(), List.of());
        assertThat(asker.post("/api/v1/jobs", new JobRequest(input, "my diary")).status())
                .isEqualTo(202);
        Worker[] served = new Worker[1];
        await().atMost(SOON)
                .until(() -> List.of(one, two).stream()
                        .anyMatch(worker -> worker.heard(ToWorker.RunTask.class)
                                .map(task -> {
                                    assertThat(task.conversation())
                                            .matches("[0-9a-f]{64}")
                                            .doesNotContain("diary");
                                    worker.complete(task, "fine");
                                    served[0] = worker;
                                    return true;
                                })
                                .orElse(false)));
        await().atMost(SOON).until(() -> asker.network() != null);
        return served[0];
    }
}
