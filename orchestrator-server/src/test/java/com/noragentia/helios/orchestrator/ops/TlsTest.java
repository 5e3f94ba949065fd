/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ChannelBinding;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private TlsNetwork network;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        network = new TlsNetwork(folder);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_proof_bound_to_the_connection_holds_on_it() throws Exception {
        try (TlsPeer peer = network.peer()) {
            var challenge = network.challenge(peer);

            assertThat(challenge.binding()).isEqualTo(ChannelBinding.TLS_EXPORTER);
            assertThat(network.token(peer, challenge, ChannelBinding.TLS_EXPORTER, peer)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_worker_bound_to_its_connection_is_welcome() throws Exception {
        try (TlsPeer peer = network.peer()) {
            var challenge = network.hello(peer);

            assertThat(challenge.binding()).isEqualTo(ChannelBinding.TLS_EXPORTER);
            assertThat(network.proven(peer, challenge, ChannelBinding.TLS_EXPORTER, peer))
                    .contains("\"type\":\"welcome\"");
        }
    }

    @Test
    void a_proof_for_another_connection_is_worthless() throws Exception {
        try (TlsPeer victim = network.peer();
                TlsPeer thief = network.peer();
                TlsPeer worker = network.peer()) {
            var challenge = network.challenge(thief);
            assertThat(network.token(thief, challenge, ChannelBinding.TLS_EXPORTER, victim)
                            .body())
                    .contains("proof-invalid");

            var greeting = network.hello(worker);
            assertThat(network.proven(worker, greeting, ChannelBinding.TLS_EXPORTER, victim))
                    .startsWith("1008 ");
        }
    }

    @Test
    void a_client_that_cannot_bind_proves_its_key_all_the_same() throws Exception {
        try (TlsPeer peer = network.peer();
                TlsPeer worker = network.peer()) {
            assertThat(network.token(peer, network.challenge(peer), ChannelBinding.NONE, peer)
                            .status())
                    .isEqualTo(201);
            assertThat(network.proven(worker, network.hello(worker), ChannelBinding.NONE, worker))
                    .contains("\"type\":\"welcome\"");
        }
    }

    @Test
    void files_that_hold_no_certificate_or_key_stop_the_start(@TempDir Path other) throws IOException {
        TlsFiles files = network.identity().files();
        TlsFiles swapped = new TlsFiles(files.key(), files.certificate());

        assertThatThrownBy(() -> Orchestrator.start(TlsNetwork.configuration(other, swapped), new TestClock()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no certificate in PEM");
    }
}
