/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.ProbeAnswers;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    /** Enough for the embedding model alone. */
    private static final long SMALL_BYTES = 200_000_000;
    /** Enough for that and for chat, not for pictures. */
    private static final long MIDDLE_BYTES = 450_000_000;

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
    void no_task_comes_before_the_probe_has_passed_and_then_it_does() {
        try (Worker worker = Worker.join(member, MIDDLE_BYTES).answers(ProbeAnswers.LEFT_TO_THE_TEST)) {
            worker.loaded(worker.hear(ToWorker.Assign.class));
            worker.loaded(worker.hearEventually(ToWorker.Assign.class));
            String job = member.ask("Who is there?");
            ToWorker.RunTask chat = probeOf(worker, TaskInput.Chat.class);
            assertThat(worker.hearsNothing(300)).isTrue();
            assertThat(ready()).isZero();
            worker.piece(chat, 0, "42");
            worker.complete(chat, "It is 42.");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(task.input().question()).isEqualTo("Who is there?");
            worker.complete(task, "me");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        }
    }

    @Test
    void a_model_that_answers_its_probes_wrong_never_gets_work_and_is_given_up() {
        try (Worker worker = Worker.join(member, SMALL_BYTES).answers(ProbeAnswers.WRONG)) {
            String job = member.ask(new TaskInput.Embedding(Language.EN, List.of("Who is there?")));
            worker.ready(1).hear(ToWorker.Release.class);
            for (int again = 1; again < Assignments.TRIALS; again++) {
                assertThat(worker.hearsNothing(300)).isTrue();
                clock.pass(Assignments.AGAIN_AFTER);
                worker.ready(1).hear(ToWorker.Release.class);
            }
            worker.hear(ToWorker.Notice.class);
            clock.pass(Duration.ofMinutes(2));
            assertThat(worker.hearsNothing(500)).as("it is not asked again").isTrue();
            assertThat(member.status(job).state()).isEqualTo(JobState.QUEUED);
        }
    }

    @Test
    void a_right_answer_that_comes_late_is_none() {
        try (Worker worker = Worker.join(member, SMALL_BYTES).answers(ProbeAnswers.LEFT_TO_THE_TEST)) {
            worker.ready(1);
            ToWorker.RunTask probe = worker.hear(ToWorker.RunTask.class);
            clock.pass(Probe.LATEST);
            worker.hear(ToWorker.Release.class);
            worker.say(ProbeAnswers.RIGHT.apply(probe).orElseThrow());
            assertThat(worker.hearsNothing(300)).isTrue();
            assertThat(ready()).isZero();
            clock.pass(Assignments.AGAIN_AFTER);
            worker.answers(ProbeAnswers.RIGHT).ready(1);
            await().atMost(SOON).until(() -> ready() == 1);
        }
    }

    @Test
    void what_is_said_of_probes_that_nobody_sent_changes_nothing() {
        try (Worker worker = Worker.join(member, SMALL_BYTES).answers(ProbeAnswers.LEFT_TO_THE_TEST)) {
            worker.ready(1);
            ToWorker.RunTask probe = worker.hear(ToWorker.RunTask.class);
            worker.say(new FromWorker.Completed("probe.0", new TaskOutput.Embedding(List.of()), Usage.NONE));
            worker.say(new FromWorker.OpenLeases(List.of("probe.0", "unknown")));
            assertThat(worker.hear(ToWorker.LeaseVerdicts.class).verdicts())
                    .hasSize(2)
                    .noneMatch(ToWorker.Verdict::goOn);
            worker.say(ProbeAnswers.RIGHT.apply(probe).orElseThrow());
            await().atMost(SOON).until(() -> ready() == 1);
        }
    }

    @Test
    void a_worker_fetches_the_picture_of_the_probe() {
        try (Worker worker = Worker.join(member).answers(ProbeAnswers.LEFT_TO_THE_TEST)) {
            worker.ready(3);
            ToWorker.RunTask probe = probeOf(worker, TaskInput.Image.class);
            String link = probe.blobs().values().iterator().next().toString();
            assertThat(member.get(link).status()).isEqualTo(200);
            assertThat(member.get(link).status()).as("once").isEqualTo(403);
        }
    }

    @Test
    void answers_of_any_shape_are_judged() {
        ProbeQuestion likeness = new LikenessQuestion();
        assertThat(likeness.isAnsweredBy(new TaskOutput.Embedding(List.of()))).isFalse();
        assertThat(likeness.isAnsweredBy(vectors(new float[0], new float[0], new float[0])))
                .isFalse();
        assertThat(likeness.isAnsweredBy(vectors(new float[] {1}, new float[] {1, 0}, new float[] {0, 1})))
                .isFalse();
        assertThat(likeness.isAnsweredBy(vectors(new float[] {Float.NaN}, new float[] {1}, new float[] {1})))
                .isFalse();
        assertThat(likeness.isAnsweredBy(vectors(new float[] {1, 0}, new float[] {0, 1}, new float[] {1, 0})))
                .isFalse();
        assertThat(likeness.isAnsweredBy(vectors(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1})))
                .isTrue();
        assertThat(new SumQuestion().isAnsweredBy(new TaskOutput.Chat("41", List.of(), AnswerOrigin.COMPUTED)))
                .isFalse();
        assertThat(new PictureQuestion().isAnsweredBy(picture("see: LANTERM"))).isTrue();
        assertThat(new PictureQuestion().isAnsweredBy(picture("LANTERNFISH"))).isFalse();
    }

    private static TaskOutput vectors(float[]... vectors) {
        return new TaskOutput.Embedding(List.of(vectors));
    }

    private static TaskOutput picture(String text) {
        return new TaskOutput.Image(
                text, List.of(), List.of(new TextLine("probe.png", text, 1, new TextLine.Box(0, 0, 1, 1))));
    }

    private static ToWorker.RunTask probeOf(Worker worker, Class<? extends TaskInput> kind) {
        ToWorker.RunTask probe = worker.hearEventually(ToWorker.RunTask.class);
        while (!kind.isInstance(probe.input())) {
            probe = worker.hearEventually(ToWorker.RunTask.class);
        }
        return probe;
    }

    private int ready() {
        return member.network().models().stream()
                .mapToInt(NetworkSummary.ModelAvailability::workersReady)
                .sum();
    }
}
