/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A network with one member, who asks over HTTP while a test plays the workers over real sockets. */
abstract class JobFixture {

    static final Duration SOON = Duration.ofSeconds(5);

    Network network;
    Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = network(data);
        member = network.firstMember();
    }

    Network network(Path data) {
        return new Network(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        network.close();
    }

    /** Asks those that are named. */
    final String ask(TaskInput input, String models) {
        return member.post("/api/v1/jobs", new JobRequest(input, null, models))
                .as(JobAccepted.class)
                .job();
    }

    /**
     * Waits for so many workers that could answer an expert's questions at once: what another of them says next might else be heard before
     * the last probe of this one has been judged.
     */
    final void awaitReady(Expert expert, int workers) {
        await().atMost(SOON)
                .until(() -> member.network().models().stream()
                        .anyMatch(model -> model.expert() == expert && model.workersReady() == workers));
    }

    final JobResult done(String job) {
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        return Objects.requireNonNull(member.status(job).result());
    }

    final List<JobEvent> events(String job) {
        try (EventReader reader = member.follow(job, 0)) {
            return reader.rest().stream().map(EventReader.Numbered::event).toList();
        }
    }
}
