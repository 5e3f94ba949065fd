/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that name the model that is to answer. */
class NamedJobTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final TaskInput QUESTION = new TaskInput.Chat(Language.EN, "7 + 5", List.of(), List.of());

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

    private Reply ask(String model) {
        return member.post("/api/v1/jobs", new JobRequest(QUESTION, null, model));
    }

    @Test
    void each_job_goes_to_the_model_it_names_and_no_other_to_a_demonstration() {
        try (Worker worker = Worker.joinToDemonstrate(member).ready()) {
            ask(Worker.DEMONSTRATION);
            assertThat(worker.hear(ToWorker.RunTask.class).model()).isEqualTo(Worker.DEMONSTRATION);
            ask("auto");
            assertThat(worker.hear(ToWorker.RunTask.class).model()).isEqualTo("helios-retrieval-1");
        }
    }

    @Test
    void a_job_waits_for_its_model_while_others_are_served_also_after_a_restart() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = ask(Worker.DEMONSTRATION).as(JobAccepted.class).job();
            String other = member.ask("Hello");
            worker.complete(worker.hear(ToWorker.RunTask.class), "Hi");
            assertThat(member.status(other).attempts()).isOne();
            assertThat(member.status(job).attempts()).isZero();
            assertThat(member.status(job).reason()).isEqualTo(WaitReason.NO_WORKER);
        }
        network.restart();
        try (Worker later = Worker.joinToDemonstrate(member).ready()) {
            assertThat(later.hear(ToWorker.RunTask.class).model()).isEqualTo(Worker.DEMONSTRATION);
        }
    }

    @Test
    void a_worker_that_writes_eight_answers_at_once_has_eight_leases_and_two_of_other_models() {
        try (Worker worker =
                Worker.joinToDemonstrate(member).writesAtOnce(1_000).ready()) {
            for (int i = 0; i < 6; i++) {
                ask(Worker.DEMONSTRATION);
                assertThat(worker.hear(ToWorker.RunTask.class).model()).isEqualTo(Worker.DEMONSTRATION);
            }
            ask("auto");
            ask("auto");
            assertThat(worker.hear(ToWorker.RunTask.class).model()).isEqualTo("helios-retrieval-1");
            assertThat(worker.hear(ToWorker.RunTask.class).model()).isEqualTo("helios-retrieval-1");
        }
    }

    @Test
    void a_worker_of_before_has_two_leases() {
        try (Worker worker = Worker.joinToDemonstrate(member).ready()) {
            String third = threeOf(worker, Worker.DEMONSTRATION);
            assertThat(member.status(third).reason()).isEqualTo(WaitReason.WORKERS_BUSY);
        }
    }

    @Test
    void a_model_that_does_not_write_has_two_leases_whatever_its_worker_says() {
        try (Worker boaster = Worker.join(member).writesAtOnce(8).ready()) {
            String third = threeOf(boaster, "helios-retrieval-1");
            assertThat(member.status(third).reason()).isEqualTo(WaitReason.WORKERS_BUSY);
        }
    }

    private String threeOf(Worker worker, String model) {
        ask(model);
        ask(model);
        String third = ask(model).as(JobAccepted.class).job();
        worker.hear(ToWorker.RunTask.class);
        worker.hear(ToWorker.RunTask.class);
        return third;
    }

    @Test
    void a_name_that_nobody_bears_is_refused_with_those_there_are() {
        Reply reply = ask("gpt");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo(ProblemCode.MODEL_UNKNOWN);
        assertThat(reply.body()).contains("helios-retrieval-1", Worker.DEMONSTRATION);
        await().atMost(SOON).until(() -> member.network().models().size() > 3);
    }
}
