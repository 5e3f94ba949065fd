/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

final class WorkerLeaseTest extends WorkerAgentFixture {

    @Test
    void after_a_reconnect_pieces_are_sent_again_from_the_index_that_is_wanted() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        script = (input, files, stream) -> {
            stream.piece("a");
            stream.piece("b");
            awaitLatch(cut);
            stream.piece("c");
            return answer("abc");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        channel.hears(FromWorker.Progress.class);
        channel.hears(FromWorker.Progress.class);

        cut(session);
        WebSocket second = channel.session();
        assertThat(channel.hears(FromWorker.OpenLeases.class).leases()).containsExactly("lease-1");
        cut.countDown();
        await().until(() -> reports.contains(new WorkerReport.TaskEnded("lease-1", WorkerReport.TaskEnd.COMPLETED)));
        assertThat(channel.hearsNothing()).isTrue();
        say(second, new ToWorker.LeaseVerdicts(List.of(new ToWorker.Verdict("lease-1", true, 1))));

        assertThat(channel.hears(FromWorker.Progress.class)).isEqualTo(new FromWorker.Progress("lease-1", 1, "b"));
        assertThat(channel.hears(FromWorker.Progress.class)).isEqualTo(new FromWorker.Progress("lease-1", 2, "c"));
        assertThat(channel.hears(FromWorker.Completed.class).output().text()).isEqualTo("abc");
    }

    @Test
    void an_orchestrator_that_understands_it_is_told_that_an_answer_begins_anew() throws Exception {
        script = (input, files, stream) -> {
            stream.repeated(List.of());
            stream.piece("a");
            return answer("a");
        };
        say(hosting(), task("lease-1", 2));

        assertThat(channel.hears(FromWorker.BegunAnew.class).lease()).isEqualTo("lease-1");
        assertThat(channel.hears(FromWorker.Progress.class)).isEqualTo(new FromWorker.Progress("lease-1", 0, "a"));
    }

    @Test
    void a_lease_that_is_dropped_by_verdict_is_stopped() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        script = (input, files, stream) -> {
            stream.piece("a");
            awaitLatch(never);
            return answer("a");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        channel.hears(FromWorker.Progress.class);

        cut(session);
        WebSocket second = channel.session();
        channel.hears(FromWorker.OpenLeases.class);
        say(second, new ToWorker.LeaseVerdicts(List.of(new ToWorker.Verdict("lease-1", false, 0))));

        await().until(() -> reports.contains(new WorkerReport.TaskEnded("lease-1", WorkerReport.TaskEnd.CANCELLED)));
        assertThat(channel.hearsNothing()).isTrue();
    }

    @Test
    void a_cancelled_task_is_interrupted_and_says_nothing_more() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        script = (input, files, stream) -> {
            stream.piece("a");
            awaitLatch(never);
            return answer("a");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        channel.hears(FromWorker.Progress.class);

        say(session, new ToWorker.CancelTask("lease-1"));

        await().until(() -> reports.contains(new WorkerReport.TaskEnded("lease-1", WorkerReport.TaskEnd.CANCELLED)));
        assertThat(channel.hearsNothing()).isTrue();
    }

    @Test
    void a_task_whose_attachment_does_not_come_can_be_cancelled() throws Exception {
        Attachment file = new Attachment("0".repeat(64), "a.txt", FileType.TEXT, 4);
        channel.stalls("/api/v1/links/slow");
        WebSocket session = hosting();
        say(session, task("lease-1", file, URI.create("/api/v1/links/slow")));
        channel.hears(FromWorker.Working.class);

        say(session, new ToWorker.CancelTask("lease-1"));

        await().atMost(Duration.ofSeconds(2))
                .until(() -> reports.contains(new WorkerReport.TaskEnded("lease-1", WorkerReport.TaskEnd.CANCELLED)));
        assertThat(channel.hearsNothing()).isTrue();
    }

    @Test
    void why_it_is_passed_over_is_reported_and_what_is_not_known_is_left_out() throws Exception {
        WebSocket session = greeted();

        session.send("{\"type\":\"skipped\",\"counts\":{\"model_not_hosted\":40,\"wrong_moon_phase\":7,"
                + "\"busy\":-3,\"untrusted\":2000000000}}");

        await().until(() -> reports.contains(
                new WorkerReport.PassedOver(Map.of(SkipReason.MODEL_NOT_HOSTED, 40, SkipReason.UNTRUSTED, 1_000_000))));
        say(session, assign(1));
        channel.hears(FromWorker.AssignmentAccepted.class);
    }

    @Test
    void a_draining_worker_finishes_what_it_has_and_sends_the_rest_elsewhere() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        script = (input, files, stream) -> {
            stream.piece("a");
            awaitLatch(go);
            return answer("a");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        channel.hears(FromWorker.Progress.class);

        say(session, new ToWorker.Drain());
        channel.hears(FromWorker.Draining.class);
        say(session, task("lease-2", 0));

        assertThat(channel.hears(FromWorker.Failed.class).lease()).isEqualTo("lease-2");
        go.countDown();
        assertThat(channel.hears(FromWorker.Completed.class).lease()).isEqualTo("lease-1");
    }

    @Test
    void stopping_waits_for_the_running_task_and_then_closes_the_models() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        script = (input, files, stream) -> {
            stream.piece("a");
            awaitLatch(go);
            return answer("a");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        channel.hears(FromWorker.Progress.class);
        Thread stopping = Thread.ofPlatform().start(() -> agent.stop(Duration.ofSeconds(10)));
        channel.hears(FromWorker.Draining.class);
        assertThat(closedModels).hasValue(0);

        go.countDown();

        channel.hears(FromWorker.Completed.class);
        stopping.join();
        assertThat(closedModels).hasValue(1);
    }
}
