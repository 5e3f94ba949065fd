/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
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

/** A network in which only who contributes may ask others, and everybody may ask the own computers. */
class AdmissionTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final TaskInput QUESTION = new TaskInput.Chat(Language.EN, "q", List.of(), List.of());

    private final TestClock clock = new TestClock();
    private Network network;
    private Member ana;
    private Member ben;

    @BeforeEach
    void start(@TempDir Path data) {
        network = Network.ofContributors(data, clock);
        ana = network.firstMember();
        ben = network.anotherMember("ben");
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void who_never_contributed_is_told_to_begin_even_while_others_are_free() {
        try (Worker worker = Worker.join(ben).ready()) {
            Reply reply = ana.tryAsk(QUESTION);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.as(Problem.class).code()).isEqualTo(ProblemCode.CONTRIBUTION_REQUIRED);
            assertThat(worker.hearsNothing(200)).isTrue();
        }
    }

    @Test
    void a_single_computer_works_for_itself_and_others_are_left_alone() {
        try (Worker others = Worker.join(ben).ready();
                Worker own = Worker.join(ana).ready()) {
            for (int i = 0; i < 3; i++) {
                String job = ana.ask(QUESTION);
                own.complete(own.hear(ToWorker.RunTask.class), "mine");
                await().atMost(SOON).until(() -> ana.status(job).state() == JobState.DONE);
            }
            assertThat(others.hearsNothing(200)).isTrue();
        }
    }

    @Test
    void what_waits_for_the_own_computer_waits_also_through_a_restart_and_says_so() {
        String job;
        try (Worker own = Worker.join(ana).ready()) {
            job = ana.ask(QUESTION);
            own.hear(ToWorker.RunTask.class);
            own.vanish();
        }
        try (Worker others = Worker.join(ben).ready()) {
            await().atMost(SOON).until(() -> ana.network().workersOnline() == 1);
            clock.pass(Duration.ofSeconds(61));
            await().atMost(SOON).until(() -> ana.login().status(job).state() == JobState.QUEUED);
            assertThat(ana.status(job).reason()).isEqualTo(WaitReason.NO_WORKER);
            assertThat(others.hearsNothing(200)).isTrue();
        }
        network.restart();
        try (Worker others = Worker.join(ben).ready()) {
            assertThat(others.hearsNothing(200)).isTrue();
            assertThat(ana.tryAsk(QUESTION).as(Problem.class).code()).isEqualTo(ProblemCode.CONTRIBUTION_REQUIRED);
        }
        ana.cancel(job);
        await().atMost(SOON).until(() -> ana.status(job).state() == JobState.CANCELLED);
    }

    @Test
    void what_the_own_computer_gives_back_goes_to_another_own_one_and_to_nobody_else() {
        Member laptop = network.anotherDevice(ana, "laptop");
        try (Worker others = Worker.join(ben).ready();
                Worker own = Worker.join(ana).ready()) {
            String job = ana.ask(QUESTION);
            ToWorker.RunTask task = own.hear(ToWorker.RunTask.class);
            try (Worker second = Worker.join(laptop).ready()) {
                await().atMost(SOON)
                        .until(() -> ana.network().models().stream().anyMatch(model -> model.workersReady() == 3));
                own.say(new FromWorker.Failed(
                        task.lease(), FailureClass.CRASH, Problem.of(ProblemCode.INTERNAL, "on purpose")));
                second.complete(second.hear(ToWorker.RunTask.class), "mine");
                await().atMost(SOON).until(() -> ana.status(job).state() == JobState.DONE);
            }
            assertThat(others.hearsNothing(200)).isTrue();
        }
    }

    @Test
    void all_parts_of_a_job_stay_with_the_own_computer_and_so_does_what_joins_them() {
        try (Worker others = Worker.join(ben).ready();
                Worker own = Worker.join(ana).ready()) {
            String job = ana.ask(new TaskInput.Image(Language.EN, "which?", Pictures.upload(ana, 2)));
            for (int part = 0; part < 2; part++) {
                Pictures.read(own, own.hear(ToWorker.RunTask.class));
            }
            ToWorker.RunTask last = own.hear(ToWorker.RunTask.class);
            assertThat(last.input()).isInstanceOf(TaskInput.Combine.class);
            own.say(new FromWorker.Completed(last.lease(), Pictures.output("1.png", "whole"), Pictures.USAGE));
            await().atMost(SOON).until(() -> ana.status(job).state() == JobState.DONE);
            assertThat(others.hearsNothing(200)).isTrue();
        }
    }

    @Test
    void a_job_for_the_own_computer_says_what_it_waits_for() {
        try (Worker own = Worker.join(ana)) {
            own.hear(ToWorker.Assign.class);
            long chat = own.hear(ToWorker.Assign.class).epoch();
            String job = ana.ask(QUESTION);
            assertThat(ana.status(job).reason()).isEqualTo(WaitReason.NO_WORKER);
            own.say(new FromWorker.AssignmentLoading(chat, 0.5));
            await().atMost(SOON).until(() -> ana.status(job).reason() == WaitReason.MODEL_LOADING);
            assertThat(ana.status(job).estimateMillis()).isNull();
            own.vanish();
            await().atMost(SOON).until(() -> ana.status(job).reason() == WaitReason.NO_WORKER);
        }
    }

    @Test
    void standing_is_told_to_its_member_alone() {
        StandingReport report = ana.get("/api/v1/me/standing").as(StandingReport.class);

        assertThat(report.tier()).isEqualTo(Tier.VISITOR);
        assertThat(report.admitted()).isFalse();
        assertThat(report.refusal()).isEqualTo(ProblemCode.CONTRIBUTION_REQUIRED);
        assertThat(report.next()).isEqualTo(Tier.PROVISIONAL);
        assertThat(report.missing()).hasSize(1);
        assertThat(ana.withoutToken().get("/api/v1/me/standing").status()).isEqualTo(401);
    }
}
