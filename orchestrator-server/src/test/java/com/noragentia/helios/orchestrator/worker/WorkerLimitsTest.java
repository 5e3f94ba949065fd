/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a worker may say, and how many strangers may stand at the door. */
class WorkerLimitsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final FromWorker NOISE = new FromWorker.Progress("0".repeat(32), 0, "noise");

    private final TestClock clock = new TestClock();
    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = Network.behindProxy(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_flood_is_told_and_cut_off_and_goes_on_where_it_was_when_it_comes_back() {
        Worker flood = Worker.join(member);
        for (int i = 0; i <= RateLimit.WORKER_MESSAGES_PER_DEVICE.burst(); i++) {
            flood.say(NOISE);
        }
        assertThat(flood.awaitEnd()).isEqualTo("1008 too many messages");

        Worker again = Worker.join(member);
        again.say(NOISE);
        assertThat(again.awaitEnd()).isEqualTo("1008 too many messages");

        clock.pass(Duration.ofSeconds(2));
        try (Worker calm = Worker.join(member).ready()) {
            String job = member.ask("Have you calmed down?");
            calm.complete(calm.hear(ToWorker.RunTask.class), "yes");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        }
    }

    @Test
    void two_hundred_tokens_a_second_are_no_flood() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("Tell me everything.");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            EventReader events = member.follow(job, 0);
            for (int i = 0; i < 4_000; i++) {
                if (i % 200 == 0) {
                    clock.pass(Duration.ofSeconds(1));
                }
                worker.piece(task, i, "x");
                if (i % 200 == 199) {
                    assertThat(isHeard(events, i)).isTrue();
                }
            }
            worker.complete(task, "x".repeat(4_000));
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        }
    }

    private static boolean isHeard(EventReader events, long index) {
        while (true) {
            if (events.next().event() instanceof JobEvent.Token(int heard, String _) && heard == index) {
                return true;
            }
        }
    }

    @Test
    void a_device_opens_only_so_many_sessions() {
        for (int i = 0; i < RateLimit.SESSIONS_PER_DEVICE.burst(); i++) {
            Worker.join(member).vanish();
        }
        Worker refused = Worker.connect(network.address());
        refused.say(Worker.hello(member.device()));
        ToWorker.Challenge challenge = refused.hear(ToWorker.Challenge.class);
        refused.say(new FromWorker.Proof(
                member.key().sign(Proofs.channel(challenge.server(), challenge.nonce(), member.device()))));
        assertThat(refused.awaitEnd()).isEqualTo("1008 this device opens sessions too often");
    }

    @Test
    void one_address_has_few_connections_that_have_not_proven_themselves() {
        List<Stranger> strangers = new ArrayList<>();
        for (int i = 0; i < UnprovenConnections.PER_ADDRESS; i++) {
            strangers.add(new Stranger("192.0.2.1"));
        }
        await().atMost(SOON).until(() -> strangers.stream().allMatch(stranger -> stranger.opened));
        Stranger oneTooMany = new Stranger("192.0.2.1");
        await().atMost(SOON).until(() -> oneTooMany.closed == WorkerSocket.CLOSE_TRY_LATER);
        Stranger elsewhere = new Stranger("192.0.2.2");
        await().atMost(SOON).until(() -> elsewhere.opened);
        strangers.forEach(stranger -> assertThat(stranger.closed).isZero());

        strangers.getFirst().socket.cancel();
        await().atMost(SOON).until(() -> {
            Stranger next = new Stranger("192.0.2.1");
            await().atMost(SOON).until(() -> next.opened || next.closed != 0);
            return next.closed == 0;
        });
    }

    private final class Stranger extends WebSocketListener {

        private final WebSocket socket;
        private volatile boolean opened;
        private volatile int closed;

        Stranger(String from) {
            socket = Member.HTTP.newWebSocket(
                    new Request.Builder()
                            .url(network.address() + "/api/v1/worker")
                            .header("X-Forwarded-For", from)
                            .build(),
                    this);
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            opened = true;
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            closed = code;
        }
    }
}
