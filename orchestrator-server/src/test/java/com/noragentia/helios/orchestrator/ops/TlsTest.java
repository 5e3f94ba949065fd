/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.member.Members;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private final SigningKey key = Network.newKey();
    private final String device = key.verifyingKey().fingerprint();
    private TlsPeer.Identity identity;
    private Orchestrator orchestrator;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        identity = TlsPeer.Identity.make(folder);
        Path data = Files.createDirectory(folder.resolve("data"));
        orchestrator = Orchestrator.start(configuration(data, identity.files()), new TestClock());
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

    private static Configuration configuration(Path data, TlsFiles files) {
        return new Configuration(
                data, "127.0.0.1", 0, "INFO", Optional.empty(), List.of(), true, Optional.of(files), NetworkRules.LAX);
    }

    @AfterEach
    void stop() {
        orchestrator.close();
    }

    @Test
    void a_proof_bound_to_the_connection_holds_on_it() throws Exception {
        try (TlsPeer peer = peer()) {
            ChallengeIssued challenge = challenge(peer);

            assertThat(orchestrator.address().getScheme()).isEqualTo("https");
            assertThat(challenge.binding()).isEqualTo(ChannelBinding.TLS_EXPORTER);
            assertThat(peer.post("/api/v1/tokens", bound(challenge, peer)).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_proof_that_somebody_in_the_middle_passes_on_is_worthless() throws Exception {
        try (TlsPeer victim = peer();
                TlsPeer middle = peer()) {
            ChallengeIssued challenge = challenge(middle);

            assertThat(middle.post("/api/v1/tokens", bound(challenge, victim)).body())
                    .contains("proof-invalid");
        }
    }

    @Test
    void a_client_that_cannot_bind_proves_its_key_all_the_same() throws Exception {
        try (TlsPeer peer = peer()) {
            ChallengeIssued challenge = challenge(peer);
            String proof = key.sign(Proofs.token(challenge.server(), challenge.nonce(), device));

            assertThat(peer.post("/api/v1/tokens", new TokenRequest(device, challenge.nonce(), proof))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void files_that_hold_no_certificate_or_key_stop_the_start(@TempDir Path other) throws IOException {
        TlsFiles swapped = new TlsFiles(identity.files().key(), identity.files().certificate());

        assertThatThrownBy(() -> Orchestrator.start(configuration(other, swapped), new TestClock()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no certificate in PEM");
    }

    private TlsPeer peer() throws Exception {
        return TlsPeer.connect(orchestrator.address().getPort(), identity);
    }

    private ChallengeIssued challenge(TlsPeer peer) throws IOException {
        return peer.post("/api/v1/challenges", new ChallengeRequest(device)).as(ChallengeIssued.class);
    }

    private TokenRequest bound(ChallengeIssued challenge, TlsPeer exportedBy) throws Exception {
        String proof =
                key.sign(Proofs.boundToken(challenge.server(), challenge.nonce(), device, exportedBy.exporter()));
        return new TokenRequest(device, challenge.nonce(), proof, ChannelBinding.TLS_EXPORTER);
    }
}
