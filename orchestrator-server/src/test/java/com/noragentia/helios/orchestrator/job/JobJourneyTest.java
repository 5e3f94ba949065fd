/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question all the way: asked over HTTP, answered over a WebSocket, followed by server-sent events. */
class JobJourneyTest {

    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_question_travels_to_a_worker_and_its_answer_back() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("What is 6 times 7?");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(task.input().question()).isEqualTo("What is 6 times 7?");
            assertThat(task.attempt()).isEqualTo(1);
            assertThat(task.nextIndex()).isZero();
            worker.working(task, Phase.SEARCHING);
            worker.piece(task, 0, "It is ");
            worker.piece(task, 1, "42.");
            worker.complete(task, "It is 42.");

            List<JobEvent> events = eventsOf(job, 0);

            assertThat(events)
                    .hasSize(6)
                    .startsWith(
                            new JobEvent.Queued(0),
                            new JobEvent.Started("first computer", "helios-retrieval-1", 1),
                            new JobEvent.Working(Phase.SEARCHING, 1, 2),
                            new JobEvent.Token(0, "It is "),
                            new JobEvent.Token(1, "42."));
            JobStatus status = member.status(job);
            assertThat(status.state()).isEqualTo(JobState.DONE);
            JobResult result = Objects.requireNonNull(status.result());
            assertThat(events.getLast()).isEqualTo(new JobEvent.Done(result));
            assertThat(result.output().text()).isEqualTo("It is 42.");
            assertThat(result.credits()).isEqualTo(0.0);
            assertThat(result.timings().queue())
                    .isLessThanOrEqualTo(result.timings().firstToken());
            assertThat(result.timings().firstToken())
                    .isLessThanOrEqualTo(result.timings().total());
        }
    }

    private List<JobEvent> eventsOf(String job, long after) {
        try (EventReader reader = member.follow(job, after)) {
            return reader.rest().stream().map(EventReader.Numbered::event).toList();
        }
    }
}
