/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.placement.Placement;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.ProbeAnswers;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers with room for either sentences and chat, or pictures. */
class MoveTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long MEMORY_BYTES = 450_000_000;
    private static final Duration RESIDENCY = Duration.ofMinutes(15);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};

    private static final String ENCODER = "minilm-l6-v2-q";

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
    void a_worker_is_moved_to_the_model_in_demand_and_the_task_runs_there() {
        Worker first = Worker.join(member, MEMORY_BYTES).ready(2);
        Worker pictures =
                Worker.join(network.anotherDevice(member, "two"), MEMORY_BYTES).ready(1);
        Worker third = Worker.join(network.anotherDevice(member, "three"), MEMORY_BYTES)
                .ready(2);
        await().atMost(SOON)
                .until(() -> member.network().models().stream()
                                .mapToInt(NetworkSummary.ModelAvailability::workersReady)
                                .sum()
                        == 7);
        clock.pass(RESIDENCY);
        clock.pass(Placement.INTERVAL);
        assertThat(first.hearsNothing(600)).as("at rest nobody moves").isTrue();
        pictures.close();
        await().atMost(SOON).until(() -> member.network().workersOnline() == 2);
        Attachment picture = member.login().upload("note.png", PNG);
        String job = member.ask(new TaskInput.Image(Language.EN, "", List.of(picture)));

        clock.pass(Placement.INTERVAL);
        Worker moved = first.hearsNothing(600) ? third : first;
        if (moved == third) {
            third.hear(ToWorker.Release.class);
        }
        moved.hear(ToWorker.Release.class);
        ToWorker.Assign assign = moved.hear(ToWorker.Assign.class);
        assertThat(assign.model().manifest()).contains("helios-read-1");
        moved.loaded(assign);
        ToWorker.RunTask task = moved.hear(ToWorker.RunTask.class);
        assertThat(task.model()).isEqualTo("helios-read-1");
        moved.say(
                new FromWorker.Completed(task.lease(), new TaskOutput.Image("note", List.of(), List.of()), Usage.NONE));
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        first.close();
        third.close();
    }

    @Test
    void a_model_that_failed_its_probes_does_not_come_back_by_a_move() {
        try (Worker worker = Worker.join(member)
                .answers(probe -> probe.input() instanceof TaskInput.Image
                        ? ProbeAnswers.WRONG.apply(probe)
                        : ProbeAnswers.RIGHT.apply(probe))) {
            worker.ready(3);
            for (int again = 1; again < Assignments.TRIALS; again++) {
                worker.hear(ToWorker.Release.class);
                clock.pass(Assignments.AGAIN_AFTER);
                worker.ready(1);
            }
            worker.hear(ToWorker.Release.class);
            worker.hear(ToWorker.Notice.class);
            clock.pass(Placement.INTERVAL);
            assertThat(worker.hearsNothing(600)).isTrue();
        }
    }

    @Test
    void a_model_that_found_no_memory_is_not_ordered_again_while_nothing_else_goes() {
        try (Worker worker = Worker.join(member)) {
            answerOrders(worker);
            clock.pass(Placement.INTERVAL);
            assertThat(worker.hearsNothing(600)).isTrue();
        }
    }

    @Test
    void a_model_that_found_no_memory_is_ordered_again_when_another_has_gone() {
        try (Worker worker = Worker.join(member)
                .answers(probe -> probe.input() instanceof TaskInput.Image
                        ? ProbeAnswers.WRONG.apply(probe)
                        : ProbeAnswers.RIGHT.apply(probe))) {
            answerOrders(worker);
            worker.hear(ToWorker.Release.class);
            clock.pass(Placement.INTERVAL);
            List<String> ordered = List.of(
                    worker.hear(ToWorker.Assign.class).model().manifest(),
                    worker.hear(ToWorker.Assign.class).model().manifest());
            assertThat(ordered).anyMatch(manifest -> manifest.contains(ENCODER));
        }
    }

    /** Hosts all three models but the encoder, for which there is no memory. */
    private static void answerOrders(Worker worker) {
        for (int i = 0; i < 3; i++) {
            ToWorker.Assign order = worker.hear(ToWorker.Assign.class);
            if (order.model().manifest().contains("\"id\":\"" + ENCODER + "\"")) {
                worker.say(new FromWorker.AssignmentDeclined(
                        order.epoch(), Problem.of(ProblemCode.MEMORY_LACKING, "no room")));
            } else {
                worker.loaded(order);
            }
        }
    }
}
