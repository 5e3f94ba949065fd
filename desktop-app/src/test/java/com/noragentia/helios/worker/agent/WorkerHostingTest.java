/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

final class WorkerHostingTest extends WorkerAgentFixture {

    @Test
    void a_manifest_that_another_key_signed_is_declined() throws Exception {
        WebSocket session = greeted();

        say(session, new ToWorker.Assign(1, SignedManifest.sign(MODEL, SigningKey.generate(new SecureRandom()))));

        FromWorker.AssignmentDeclined declined = channel.hears(FromWorker.AssignmentDeclined.class);
        assertThat(declined.reason().code()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_model_over_the_memory_budget_is_declined() throws Exception {
        WebSocket session = greeted();
        ModelManifest giant = new ModelManifest("giant", "Giant", List.of(), List.of(), "MIT", 10_001, List.of());

        say(session, new ToWorker.Assign(4, SignedManifest.sign(giant, channel.key())));

        assertThat(channel.hears(FromWorker.AssignmentDeclined.class).epoch()).isEqualTo(4);
    }

    @Test
    void a_model_that_does_not_load_is_declined_and_may_be_ordered_again() throws Exception {
        loads = false;
        WebSocket session = greeted();
        say(session, assign(1));
        channel.hears(FromWorker.AssignmentAccepted.class);
        assertThat(channel.hears(FromWorker.AssignmentDeclined.class).reason().code())
                .isEqualTo(ProblemCode.MODEL_MISSING);

        loads = true;
        say(session, assign(2));

        channel.hears(FromWorker.AssignmentAccepted.class);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(2);
    }

    @Test
    void a_model_that_failed_in_a_task_is_closed_and_loaded_anew() throws Exception {
        script = (input, files, stream) -> {
            throw new ModelFailure("broken");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        assertThat(channel.hears(FromWorker.Failed.class).failureClass()).isEqualTo(FailureClass.MODEL);
        assertThat(closedModels).hasValue(1);

        script = (input, files, stream) -> answer("whole again");
        say(session, assign(2));

        channel.hears(FromWorker.AssignmentAccepted.class);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(2);
        say(session, task("lease-2", 0));
        assertThat(channel.hears(FromWorker.Completed.class).output().text()).isEqualTo("whole again");
    }

    @Test
    void a_model_that_had_no_answer_to_one_task_stays_for_the_next() throws Exception {
        script = (input, files, stream) -> {
            throw ModelFailure.ofTask("not what it is for");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        assertThat(channel.hears(FromWorker.Failed.class).failureClass()).isEqualTo(FailureClass.CAPACITY);

        script = (input, files, stream) -> answer("here still");
        say(session, task("lease-2", 0));

        assertThat(channel.hears(FromWorker.Completed.class).output().text()).isEqualTo("here still");
        assertThat(closedModels).hasValue(0);
    }

    @Test
    void a_replaced_worker_says_so_and_stands_back() throws Exception {
        WebSocket session = greeted();

        session.close(4001, "replaced");

        await().untilAsserted(() -> assertThat(reports).contains(new WorkerReport.Disconnected(SessionEnd.REPLACED)));
        long replaced = System.nanoTime();
        channel.session();
        assertThat(Duration.ofNanos(System.nanoTime() - replaced)).isGreaterThan(Duration.ofMillis(1_500));
    }

    @Test
    void nothing_is_proved_to_another_orchestrator() {
        channel.pretendsToBe("0".repeat(32));

        await().untilAsserted(() -> assertThat(reports)
                .contains(new WorkerReport.Disconnected(SessionEnd.PROTOCOL_VIOLATION))
                .doesNotContain(new WorkerReport.Connected("session-1")));
    }

    @Test
    void an_oversized_or_unknown_message_ends_the_session_and_a_new_one_begins() throws Exception {
        WebSocket session = greeted();
        session.send("{\"type\":\"notice\",\"text\":\"" + "x".repeat(Limit.WORKER_MESSAGE_BYTES.intValue()) + "\"}");
        WebSocket second = channel.session();
        channel.hears(FromWorker.OpenLeases.class);
        second.send("{\"type\":\"explode\"}");

        channel.session();
        assertThat(reports.stream().filter(new WorkerReport.Disconnected(SessionEnd.PROTOCOL_VIOLATION)::equals))
                .hasSize(2);
    }

    @Test
    void the_same_order_in_a_new_session_is_answered_at_once() throws Exception {
        WebSocket session = hosting();
        cut(session);
        WebSocket second = channel.session();
        channel.hears(FromWorker.OpenLeases.class);

        say(second, assign(9));

        assertThat(channel.hears(FromWorker.AssignmentAccepted.class).epoch()).isEqualTo(9);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(9);
        assertThat(reports.stream().filter(WorkerReport.Loading.class::isInstance))
                .hasSize(1);
    }
}
