/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.ServerProcess;
import com.noragentia.helios.orchestrator.trial.StoredEvents;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The orchestrator as a real process, killed as a power cut kills it. */
class KillTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicReference<String> address = new AtomicReference<>("");
    private Path data = Path.of("");
    private ServerProcess server;
    private Member member;

    @BeforeEach
    void start(@TempDir Path folder) {
        data = folder;
        server = ServerProcess.start(data);
        address.set(server.address());
        await().atMost(SOON).until(() -> Files.exists(data.resolve("first-enrolment-code")));
        member = new Member(address::get, Network.newKey(), "computer").enrol(ServerProcess.firstCode(data));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_job_accepted_before_the_kill_is_answered_after_it() {
        String job = member.ask("Will you remember?");
        killAndRestart();
        try (Worker worker = Worker.join(member).ready()) {
            worker.complete(worker.hear(ToWorker.RunTask.class), "I do.");
            assertThat(events(job)).last().isInstanceOf(JobEvent.Done.class);
        }
    }

    @Test
    void an_answer_half_streamed_goes_on_at_the_right_piece() {
        Worker before = Worker.join(member).ready();
        String job = member.ask("Count.");
        ToWorker.RunTask task = before.hear(ToWorker.RunTask.class);
        for (int i = 0; i < 20; i++) {
            before.piece(task, i, i + " ");
        }
        await().atMost(SOON).until(() -> StoredEvents.count(data, job) > 5);
        killAndRestart();

        try (Worker after = Worker.join(member)) {
            after.say(new FromWorker.OpenLeases(List.of(task.lease())));
            ToWorker.Verdict verdict = after.hearEventually(ToWorker.LeaseVerdicts.class)
                    .verdicts()
                    .getFirst();
            assertThat(verdict.goOn()).isTrue();
            for (int i = verdict.nextIndex(); i < 30; i++) {
                after.piece(task, i, i + " ");
            }
            after.complete(task, "all");

            assertThat(events(job).stream()
                            .filter(JobEvent.Token.class::isInstance)
                            .toList())
                    .isEqualTo(IntStream.range(0, 30)
                            .<JobEvent>mapToObj(i -> new JobEvent.Token(i, i + " "))
                            .toList());
        }
    }

    @Test
    void asked_to_stop_it_drains_its_workers_and_says_nothing_more() {
        Worker worker = Worker.join(member).ready();
        assertThat(server.terminate()).isEmpty();
        worker.hearEventually(ToWorker.Drain.class);
        assertThat(data.resolve("logs/orchestrator.log")).content().contains("accepting at", "stopped");
    }

    private void killAndRestart() {
        server.kill();
        server = ServerProcess.start(data);
        address.set(server.address());
    }

    private List<JobEvent> events(String job) {
        try (EventReader reader = member.follow(job, 0)) {
            return reader.rest().stream().map(EventReader.Numbered::event).toList();
        }
    }
}
