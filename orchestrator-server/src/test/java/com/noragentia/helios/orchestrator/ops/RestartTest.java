/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private static final Duration SOON = Duration.ofSeconds(5);

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
    void a_leased_task_waits_for_its_worker_to_come_back() {
        Worker before = Worker.join(member).ready();
        String job = member.ask("q");
        ToWorker.RunTask task = before.hear(ToWorker.RunTask.class);
        before.piece(task, 0, "half ");
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.RUNNING);

        network.restart();
        before.hearEventually(ToWorker.Drain.class);
        try (Worker after = Worker.join(member)) {
            after.say(new FromWorker.OpenLeases(List.of(task.lease())));
            ToWorker.LeaseVerdicts verdicts = after.hearEventually(ToWorker.LeaseVerdicts.class);
            assertThat(verdicts.verdicts().getFirst().goOn()).isTrue();
            after.piece(task, 1, "whole");
            after.complete(task, "half whole");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
            assertThat(member.status(job)).extracting(JobStatus::attempts).isEqualTo(1);
        }
    }

    @Test
    void a_leased_task_whose_worker_stays_away_goes_to_another() {
        Member other = network.anotherDevice(member, "another");
        Worker before = Worker.join(member).ready();
        String job = member.ask("q");
        before.hear(ToWorker.RunTask.class);
        network.restart();
        before.vanish();
        try (Worker another = Worker.join(other).ready()) {
            assertThat(another.hearsNothing(400)).isTrue();
            clock.pass(Duration.ofSeconds(61));
            ToWorker.RunTask task = another.hear(ToWorker.RunTask.class);
            assertThat(task.attempt()).isEqualTo(2);
            another.complete(task, "done");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        }
    }

    @Test
    void whoever_follows_a_job_is_let_go_and_goes_on_after_the_restart() {
        String job = member.ask("q");
        long seen;
        try (EventReader reader = member.follow(job, 0)) {
            seen = reader.next().id();
            network.restart();
            assertThat(reader.isAtEnd()).isTrue();
        }
        member.cancel(job);
        try (EventReader reader = member.follow(job, seen)) {
            assertThat(reader.rest()).containsExactly(new EventReader.Numbered(2, new JobEvent.Cancelled()));
        }
    }

    @Test
    void two_orchestrators_never_share_a_folder() {
        Configuration same = Configuration.onLoopback(network.data(), NetworkRules.LAX);
        assertThatThrownBy(() -> Orchestrator.start(same, clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another orchestrator already runs");
    }
}
