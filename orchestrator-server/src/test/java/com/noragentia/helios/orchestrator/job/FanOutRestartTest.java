/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.ServerProcess;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The orchestrator is killed between two parts of a job. */
class FanOutRestartTest {

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
    void parts_that_were_done_before_a_kill_are_not_read_again() {
        Worker before = Worker.join(member).ready();
        String job = Pictures.ask(member, 3);
        Pictures.read(before, before.hear(ToWorker.RunTask.class));
        ToWorker.RunTask second = before.hear(ToWorker.RunTask.class);
        ToWorker.RunTask third = before.hear(ToWorker.RunTask.class);
        await().atMost(SOON).until(() -> member.status(job).partsDone() == 1);
        killAndRestart();

        assertThat(member.status(job).partsDone()).isEqualTo(1);
        try (Worker after = Worker.join(member)) {
            after.say(new FromWorker.OpenLeases(List.of(second.lease(), third.lease())));
            assertThat(after.hearEventually(ToWorker.LeaseVerdicts.class).verdicts())
                    .allMatch(ToWorker.Verdict::goOn);
            Pictures.read(after, third);
            await().atMost(SOON).until(() -> member.status(job).partsDone() == 2);
            killAndRestart();
        }
        try (Worker last = Worker.join(member)) {
            last.say(new FromWorker.OpenLeases(List.of(second.lease())));
            last.hearEventually(ToWorker.LeaseVerdicts.class);
            Pictures.read(last, second);

            List<JobEvent> events = events(job);

            assertThat(((JobEvent.Done) events.getLast()).result().output().text())
                    .isEqualTo("in 1.png\nin 2.png\nin 3.png");
            assertThat(events.stream().filter(JobEvent.Token.class::isInstance))
                    .containsExactly(
                            new JobEvent.Token(0, "in 1.png"),
                            new JobEvent.Token(1, "\nin 2.png"),
                            new JobEvent.Token(2, "\nin 3.png"));
            assertThat(events.stream().filter(JobEvent.Parts.class::isInstance))
                    .containsExactly(
                            new JobEvent.Parts(0, 3),
                            new JobEvent.Parts(1, 3),
                            new JobEvent.Parts(2, 3),
                            new JobEvent.Parts(3, 3));
        }
    }

    @Test
    void a_reduce_that_was_planned_before_a_kill_is_asked_after_it() {
        Worker before = Worker.join(member).ready();
        String job = member.ask(new TaskInput.Image(Language.EN, "Who?", Pictures.upload(member, 2)));
        ToWorker.RunTask first = before.hear(ToWorker.RunTask.class);
        ToWorker.RunTask second = before.hear(ToWorker.RunTask.class);
        before.say(new FromWorker.Draining()); // so that the reduce waits
        Pictures.read(before, first);
        Pictures.read(before, second);
        await().atMost(SOON).until(() -> member.status(job).partsDone() == 2);
        killAndRestart();

        try (Worker after = Worker.join(member).ready()) {
            ToWorker.RunTask reduce = after.hear(ToWorker.RunTask.class);
            assertThat(reduce.input())
                    .isInstanceOfSatisfying(
                            TaskInput.Combine.class,
                            combine -> assertThat(combine.parts())
                                    .extracting(TaskInput.Combined::file)
                                    .containsExactly("1.png", "2.png"));
            TaskOutput answer = Pictures.output("2.png", "Ana");
            after.say(new FromWorker.Completed(reduce.lease(), answer, Pictures.USAGE));
            assertThat(((JobEvent.Done) events(job).getLast()).result().output())
                    .isEqualTo(answer);
        }
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
