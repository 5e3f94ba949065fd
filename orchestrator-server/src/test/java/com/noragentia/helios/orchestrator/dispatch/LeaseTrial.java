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
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One member with a worker or more, and a look at what comes of its jobs. */
abstract class LeaseTrial {

    static final Duration SOON = Duration.ofSeconds(5);
    /** That a worker of a test is told to host. */
    private static final int MODELS = 3;

    final TestClock clock = new TestClock();
    Network network;
    Member member;

    @BeforeEach
    final void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    final void stop() {
        network.close();
    }

    static Problem problem() {
        return Problem.of(ProblemCode.INTERNAL, "on purpose");
    }

    String answerOf(String job) {
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        return result(job).output().text();
    }

    JobResult result(String job) {
        return Objects.requireNonNull(member.status(job).result());
    }

    List<JobEvent> events(String job) {
        try (EventReader reader = member.follow(job, 0)) {
            return reader.rest().stream().map(EventReader.Numbered::event).toList();
        }
    }

    List<String> tokens(String job) {
        return events(job).stream()
                .filter(JobEvent.Token.class::isInstance)
                .map(event -> ((JobEvent.Token) event).text())
                .toList();
    }

    /** Events stored so far, looked at from outside the API, which would wait for more. */
    int countEvents(String job) {
        return StoredEvents.count(network.data(), job);
    }

    /**
     * A worker whose models are ready and whose probes have been judged, so that a test may let time pass: were an answer still on its way
     * then, it would be late, and its worker told to let go of the model.
     */
    Worker proven(Member owner) {
        int before = readyModels();
        Worker worker = Worker.join(owner).ready();
        await().atMost(SOON).untilAsserted(() -> assertThat(readyModels()).isEqualTo(before + MODELS));
        return worker;
    }

    /** Of all workers; one that serves two experts is listed twice, and counted once. */
    private int readyModels() {
        Map<String, Integer> ready = new HashMap<>();
        member.network().models().forEach(listed -> ready.put(listed.model(), listed.workersReady()));
        return ready.values().stream().mapToInt(Integer::intValue).sum();
    }

    int online() {
        return member.network().workersOnline();
    }

    int ready(String model) {
        return member.network().models().stream()
                .filter(availability -> availability.model().equals(model))
                .findFirst()
                .orElseThrow()
                .workersReady();
    }
}
