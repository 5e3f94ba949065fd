/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.member.Members;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** An orchestrator at which TLS ends, and one device that is enrolled with it. */
final class TlsNetwork implements AutoCloseable {

    private final SigningKey key = Network.newKey();
    private final String device = key.verifyingKey().fingerprint();
    private final SelfSigned identity;
    private final Orchestrator orchestrator;

    TlsNetwork(Path folder) throws Exception {
        identity = SelfSigned.make(folder);
        Path data = Files.createDirectory(folder.resolve("data"));
        orchestrator = Orchestrator.start(configuration(data, identity.files()), new TestClock());
        enrol(data);
    }

    static Configuration configuration(Path data, TlsFiles files) {
        return new Configuration(
                data, "127.0.0.1", 0, "INFO", Optional.empty(), List.of(), true, Optional.of(files), NetworkRules.LAX);
    }

    private void enrol(Path data) throws Exception {
        try (TlsPeer peer = peer();
                Store store = SqliteStore.open(data.resolve("helios.db"))) {
            String code = new Members(store, new Secrets(new SecureRandom()), new TestClock())
                    .inviteNewMember()
                    .code();
            String publicKey = key.verifyingKey().encoded();
            String proof = key.sign(Proofs.enrolment(code, publicKey, "laptop"));
            assertThat(peer.post("/api/v1/devices", new EnrolmentRequest(code, publicKey, "laptop", proof))
                            .status())
                    .isEqualTo(201);
        }
    }

    SelfSigned identity() {
        return identity;
    }

    int port() {
        return orchestrator.address().getPort();
    }

    /** A connection to the orchestrator itself. */
    TlsPeer peer() throws Exception {
        return TlsPeer.connect(port(), identity);
    }

    /** Asks for a challenge, which says what proofs may be bound to. */
    ChallengeIssued challenge(TlsPeer peer) throws IOException {
        return peer.post("/api/v1/challenges", new ChallengeRequest(device)).as(ChallengeIssued.class);
    }

    Reply token(TlsPeer sentBy, ChallengeIssued challenge, ChannelBinding binding, TlsPeer madeFor) throws Exception {
        byte[] signed = switch (binding) {
            case NONE -> Proofs.token(challenge.server(), challenge.nonce(), device);
            case UNOFFERED -> Proofs.unofferedToken(challenge.server(), challenge.nonce(), device);
            case TLS_EXPORTER -> Proofs.boundToken(challenge.server(), challenge.nonce(), device, madeFor.exporter());
        };
        return sentBy.post("/api/v1/tokens", new TokenRequest(device, challenge.nonce(), key.sign(signed), binding));
    }

    /** Greets as a worker over a connection. */
    ToWorker.Challenge hello(TlsPeer peer) throws Exception {
        peer.upgrade("/api/v1/worker");
        peer.say(new FromWorker.Hello(device, new WorkerFacts("test", "any", "linux", "amd64", 2, 1)));
        return (ToWorker.Challenge) JsonCodec.decode(peer.hear(), ToWorker.class, Limit.WORKER_MESSAGE_BYTES.value());
    }

    /** What the orchestrator says to a worker's proof. */
    String proven(TlsPeer sentBy, ToWorker.Challenge challenge, ChannelBinding binding, TlsPeer madeFor)
            throws Exception {
        byte[] signed = switch (binding) {
            case NONE -> Proofs.channel(challenge.server(), challenge.nonce(), device);
            case UNOFFERED -> Proofs.unofferedChannel(challenge.server(), challenge.nonce(), device);
            case TLS_EXPORTER -> Proofs.boundChannel(challenge.server(), challenge.nonce(), device, madeFor.exporter());
        };
        sentBy.say(new FromWorker.Proof(key.sign(signed), binding));
        return sentBy.hear();
    }

    @Override
    public void close() {
        orchestrator.close();
    }
}
