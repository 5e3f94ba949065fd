/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.policy.Reason;
import com.noragentia.helios.worker.policy.WorkerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import okhttp3.WebSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker says and does when its owner needs the computer, pauses it, or takes that back. */
final class WorkerOwnerTest extends WorkerAgentFixture {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final WorkerState NEEDED = new WorkerState.Idle(Reason.IN_USE, "3", 0);
    private static final WorkerState PAUSED = new WorkerState.Paused(null);

    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch runs = new CountDownLatch(1);

    @BeforeEach
    void an_orchestrator_that_can_tell_own_tasks() {
        channel.understands(List.of(ToWorker.Welcome.BEGUN_ANEW, ToWorker.Welcome.SERVING));
    }

    private static ToWorker.RunTask ownTask(String lease) {
        TaskInput input = new TaskInput.Chat(Language.EN, "own", List.of(), List.of());
        return new ToWorker.RunTask(
                lease, "task", MODEL.id(), 1, Instant.MAX, 0, input, null, Map.of(), null, null, true);
    }

    private void worksForEver() {
        script = (input, files, stream) -> {
            runs.countDown();
            never.await();
            return answer("too late");
        };
    }

    @Test
    void when_the_owner_needs_the_computer_others_get_their_task_back_and_his_own_are_answered() throws Exception {
        worksForEver();
        WebSocket session = hosting();
        say(session, task("theirs", 0));
        awaitLatch(runs);

        agent.heed(NEEDED);
        assertThat(channel.hears(FromWorker.Serving.class).ownOnly()).isTrue();
        FromWorker.Failed back = channel.hears(FromWorker.Failed.class);
        assertThat(back.lease()).isEqualTo("theirs");
        assertThat(back.failureClass()).isEqualTo(FailureClass.HANDED_BACK);
        await().atMost(SOON).until(() -> agent.tasks() == 0);

        script = (input, files, stream) -> answer("his own");
        say(session, task("theirs again", 0));
        assertThat(channel.hears(FromWorker.Failed.class).failureClass()).isEqualTo(FailureClass.HANDED_BACK);
        say(session, ownTask("his"));
        assertThat(channel.hears(FromWorker.Completed.class).lease()).isEqualTo("his");

        agent.heed(new WorkerState.Ready());
        assertThat(channel.hears(FromWorker.Serving.class).ownOnly()).isFalse();
        say(session, task("theirs at last", 0));
        assertThat(channel.hears(FromWorker.Completed.class).lease()).isEqualTo("theirs at last");
        assertThat(closedModels).as("models stay for the owner's questions").hasValue(0);
    }

    @Test
    void an_own_task_runs_on_when_the_computer_is_needed() throws Exception {
        worksForEver();
        WebSocket session = hosting();
        say(session, ownTask("his"));
        awaitLatch(runs);

        agent.heed(NEEDED);
        channel.hears(FromWorker.Serving.class);

        assertThat(agent.tasks()).isOne();
        agent.heed(PAUSED);
        assertThat(channel.hears(FromWorker.Draining.class)).isNotNull();
        assertThat(channel.hears(FromWorker.Failed.class).lease()).isEqualTo("his");
    }

    @Test
    void a_pause_hands_everything_back_gives_the_memory_back_and_ends_the_connection_until_it_is_over()
            throws Exception {
        worksForEver();
        WebSocket session = hosting();
        say(session, task("theirs", 0));
        awaitLatch(runs);

        agent.heed(PAUSED);
        channel.hears(FromWorker.Draining.class);
        assertThat(channel.hears(FromWorker.Failed.class).lease()).isEqualTo("theirs");
        await().atMost(SOON).until(() -> closedModels.get() == 1 && agent.tasks() == 0);
        await().atMost(SOON).until(() -> reports.stream().anyMatch(WorkerReport.Disconnected.class::isInstance));
        long connects = connects();

        agent.heed(new WorkerState.Ready());
        channel.session();
        await().atMost(SOON).until(() -> connects() == connects + 1);
    }

    private long connects() {
        return reports.stream()
                .filter(WorkerReport.Connecting.class::isInstance)
                .count();
    }

    @Test
    void what_is_begun_is_finished_before_it_pauses() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        script = (input, files, stream) -> {
            runs.countDown();
            awaitLatch(mayEnd);
            return answer("finished");
        };
        WebSocket session = hosting();
        say(session, task("theirs", 0));
        awaitLatch(runs);

        agent.heed(new WorkerState.FinishingThenPausing(1));
        channel.hears(FromWorker.Draining.class);
        say(session, task("another", 0));
        assertThat(channel.hears(FromWorker.Failed.class).lease()).isEqualTo("another");
        mayEnd.countDown();
        assertThat(channel.hears(FromWorker.Completed.class).lease()).isEqualTo("theirs");
        await().atMost(SOON).until(() -> agent.tasks() == 0);
        agent.heed(PAUSED);
        await().atMost(SOON).until(() -> closedModels.get() == 1);
    }

    @Test
    void a_session_that_begins_while_the_computer_is_needed_hears_so_first() throws Exception {
        WebSocket session = greeted();
        agent.heed(NEEDED);
        channel.hears(FromWorker.Serving.class);
        cut(session);
        channel.session();
        channel.hears(FromWorker.OpenLeases.class);
        assertThat(channel.hears(FromWorker.Serving.class).ownOnly()).isTrue();
    }

    @Test
    void an_orchestrator_of_before_hears_that_nothing_is_taken() throws Exception {
        channel.understands(List.of());
        worksForEver();
        WebSocket session = hosting();
        say(session, task("theirs", 0));
        awaitLatch(runs);

        agent.heed(NEEDED);
        channel.hears(FromWorker.Draining.class);
        assertThat(channel.hears(FromWorker.Failed.class).failureClass()).isEqualTo(FailureClass.CAPACITY);

        agent.heed(new WorkerState.Ready());
        channel.session();
    }
}
