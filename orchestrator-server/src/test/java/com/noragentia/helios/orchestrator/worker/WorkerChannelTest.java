/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.WireException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerChannelTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private final SigningKey key = Network.newKey();
    private Network network;
    private Member member;
    private VerifyingKey serverKey;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = new Member(() -> network.address(), key, "computer");
        String encoded =
                member.tryEnrol(network.firstCode()).as(EnrolmentGranted.class).serverKey();
        serverKey = VerifyingKey.decode(encoded);
        member.login();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_worker_is_told_to_host_what_fits_and_the_orders_are_signed() throws WireException {
        try (Worker worker = Worker.connect(network.address())) {
            greet(worker, new WorkerFacts("test", "any", "linux", "amd64", 2, 500_000_000));
            ToWorker.Assign first = worker.hear(ToWorker.Assign.class);
            ToWorker.Assign second = worker.hear(ToWorker.Assign.class);
            assertThat(first.model().verify(serverKey).id()).isEqualTo("minilm-l6-v2-q");
            assertThat(second.model().verify(serverKey).id()).isEqualTo("helios-retrieval-1");
            assertThat(second.epoch()).isGreaterThan(first.epoch());
            assertThat(worker.hearsNothing(300)).as("the third does not fit").isTrue();
        }
    }

    @Test
    void a_device_that_never_enrolled_is_turned_away_after_its_proof() {
        Worker worker = Worker.connect(network.address());
        SigningKey unknown = Network.newKey();
        worker.say(Worker.hello(unknown.verifyingKey().fingerprint()));
        ToWorker.Challenge challenge = worker.hear(ToWorker.Challenge.class);
        worker.say(new FromWorker.Proof(unknown.sign(Proofs.channel(
                challenge.server(), challenge.nonce(), unknown.verifyingKey().fingerprint()))));
        assertThat(worker.awaitEnd()).startsWith("1008 ");
    }

    @Test
    void a_proof_of_another_purpose_is_worthless() {
        Worker worker = Worker.connect(network.address());
        worker.say(Worker.hello(member.device()));
        ToWorker.Challenge challenge = worker.hear(ToWorker.Challenge.class);
        worker.say(
                new FromWorker.Proof(key.sign(Proofs.token(challenge.server(), challenge.nonce(), member.device()))));
        assertThat(worker.awaitEnd()).startsWith("1008 ");
    }

    @Test
    void a_late_proof_is_refused() {
        Worker worker = Worker.connect(network.address());
        worker.say(Worker.hello(member.device()));
        ToWorker.Challenge challenge = worker.hear(ToWorker.Challenge.class);
        clock.pass(Proving.TIME_TO_ANSWER);
        worker.say(
                new FromWorker.Proof(key.sign(Proofs.channel(challenge.server(), challenge.nonce(), member.device()))));
        assertThat(worker.awaitEnd()).startsWith("1008 ");
    }

    @Test
    void whoever_speaks_before_the_proof_is_cut_off() {
        Worker worker = Worker.connect(network.address());
        worker.say(new FromWorker.OpenLeases(List.of()));
        assertThat(worker.awaitEnd()).isEqualTo("1008 the first word is hello");
    }

    @Test
    void binary_is_refused() {
        Worker worker = Worker.join(member);
        worker.sayBinary(new byte[] {1, 2, 3});
        assertThat(worker.awaitEnd()).isEqualTo("1003 text frames only");
    }

    @Test
    void a_greeting_over_its_limit_is_refused() {
        Worker worker = Worker.connect(network.address());
        worker.sayText("{\"type\":\"hello\",\"device\":\"" + "d".repeat(Limit.GREETING_BYTES.intValue()) + "\"}");
        assertThat(worker.awaitEnd()).startsWith("1009 ");
    }

    @Test
    void a_message_over_its_limit_is_refused_and_a_large_one_is_not() {
        Worker worker = Worker.join(member).ready();
        String job = member.ask("Tell me everything.");
        ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
        String large = "x".repeat(Limit.WORKER_MESSAGE_BYTES.intValue() - 1_000);
        worker.complete(task, large);
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        assertThat(Objects.requireNonNull(member.status(job).result()).output().text())
                .isEqualTo(large);

        worker.sayText(" ".repeat(Limit.WORKER_MESSAGE_BYTES.intValue() + 1));
        assertThat(worker.awaitEnd()).startsWith("1009 ");
    }

    @Test
    void a_second_session_of_a_device_replaces_the_first() {
        Worker first = Worker.join(member).ready();
        try (Worker second = Worker.join(member).ready()) {
            first.hearEventually(ToWorker.Notice.class);
            assertThat(first.awaitEnd()).startsWith("4001 ");
            assertThat(member.network().workersOnline()).isEqualTo(1);
            String job = member.ask("Who answers?");
            second.complete(second.hear(ToWorker.RunTask.class), "the second");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        }
    }

    @Test
    void a_worker_fetches_the_files_of_its_task_once() {
        byte[] content = "what the file says".getBytes(StandardCharsets.UTF_8);
        Attachment file = member.upload("note.txt", content);
        try (Worker worker = Worker.join(member).ready()) {
            member.ask(new TaskInput.Document(
                    Language.EN, "What does it say?", TaskInput.DocumentGoal.ANSWER, List.of(file)));
            URI link = Objects.requireNonNull(
                    worker.hear(ToWorker.RunTask.class).blobs().get(file.blob()));
            Member anybody = new Member(network::address, Network.newKey(), "anybody");
            assertThat(anybody.get(link.toString()).body()).isEqualTo("what the file says");
            assertThat(anybody.get(link.toString()).status()).isEqualTo(403);
        }
    }

    private void greet(Worker worker, WorkerFacts facts) {
        worker.say(new FromWorker.Hello(member.device(), facts));
        ToWorker.Challenge challenge = worker.hear(ToWorker.Challenge.class);
        worker.say(
                new FromWorker.Proof(key.sign(Proofs.channel(challenge.server(), challenge.nonce(), member.device()))));
        worker.hear(ToWorker.Welcome.class);
    }
}
