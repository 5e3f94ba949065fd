/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much sooner a job in parts is done with more workers, by what the orchestrator gives to whom: {@link PacedWorkers} say what time that takes. With
 * real experts and on the clock it is measured by {@code ./helios bench fanout}.
 */
class FanOutPaysTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Set<String> MODELS = Set.of("helios-retrieval-1", Worker.LISTENER);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final double WITH_TWO = 1.8;
    private static final double WITH_FOUR = 3.2;
    /** Chance decides among workers: luck does not last so long. */
    private static final int ROUNDS = 3;
    /** Of a share: more than putting four of them together was measured to take (docs/performance.md). */
    private static final double COMBINING = 0.25;

    private Network network;
    private Member asker;
    private final List<Worker> open = new ArrayList<>();
    private final PacedWorkers workers = new PacedWorkers(COMBINING);

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        asker = network.firstMember();
    }

    @AfterEach
    void stop() {
        open.forEach(Worker::close);
        network.close();
    }

    @Test
    void a_summary_of_forty_pages_is_done_nearly_as_many_times_sooner_as_there_are_workers() {
        Attachment document = Uploads.text(asker, 40);
        TaskInput summary = new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(document));

        assertPays(() -> makespan(new JobRequest(summary), 4, true));
    }

    @Test
    void a_recording_of_ten_minutes_is_written_down_nearly_as_many_times_sooner_as_there_are_workers() {
        // With its header a recording of ten minutes counts a second more.
        TaskInput recording = new TaskInput.Audio(Language.EN, "", List.of(Uploads.recording(asker, 601)));

        assertPays(() -> makespan(new JobRequest(recording, null, Worker.LISTENER), 8, false));
    }

    private void assertPays(DoubleSupplier makespan) {
        join(1);
        double one = slowest(makespan);
        join(2);
        assertThat(one / slowest(makespan)).as("with two workers").isGreaterThanOrEqualTo(WITH_TWO);
        join(4);
        assertThat(one / slowest(makespan)).as("with four workers").isGreaterThanOrEqualTo(WITH_FOUR);
    }

    private static double slowest(DoubleSupplier makespan) {
        double slowest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            slowest = Math.max(slowest, makespan.getAsDouble());
        }
        return slowest;
    }

    /** So many workers of strangers in all. */
    private void join(int all) {
        while (open.size() < all) {
            Member owner = network.anotherMember("owner " + open.size());
            Worker worker = Worker.joinToDemonstrate(owner, Worker.LISTENER).ready();
            open.add(worker);
            workers.add(worker);
        }
        await().pollInterval(GLANCE)
                .atMost(SOON)
                .until(() -> asker.network().models().stream()
                        .filter(model -> MODELS.contains(model.model()))
                        .allMatch(model -> model.workersReady() == all));
    }

    private double makespan(JobRequest request, int parts, boolean reduced) {
        String job = asker.post("/api/v1/jobs", request).as(JobAccepted.class).job();
        assertThat(asker.status(job).parts()).isEqualTo(parts);
        double makespan = workers.makespan(parts, reduced);
        await().pollInterval(GLANCE).atMost(SOON).until(() -> asker.status(job).state() == JobState.DONE);
        return makespan;
    }
}
