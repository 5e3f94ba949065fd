/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.ChannelBinding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody in the middle whose certificate the client believes, with one TLS connection to either side. */
class RelayTest {

    private TlsNetwork network;
    private SelfSigned believed;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        network = new TlsNetwork(folder);
        believed = SelfSigned.make(Files.createDirectory(folder.resolve("relay")));
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private Relay relay(UnaryOperator<String> lie) throws Exception {
        return new Relay(believed, network.identity(), network.port(), lie);
    }

    @Test
    void a_relay_gets_no_token_for_a_bound_proof() throws Exception {
        try (Relay relay = relay(Relay.faithful());
                TlsPeer victim = TlsPeer.connect(relay.port(), believed)) {
            var challenge = network.challenge(victim);

            assertThat(challenge.binding()).isEqualTo(ChannelBinding.TLS_EXPORTER);
            assertThat(network.token(victim, challenge, ChannelBinding.TLS_EXPORTER, victim)
                            .body())
                    .contains("proof-invalid");
        }
    }

    @Test
    void a_relay_that_says_the_server_binds_nothing_gets_no_token_from_a_client_that_can_bind() throws Exception {
        try (Relay relay = relay(Relay.hidingTheBinding());
                TlsPeer victim = TlsPeer.connect(relay.port(), believed)) {
            var challenge = network.challenge(victim);

            assertThat(challenge.binding()).isEqualTo(ChannelBinding.NONE);
            assertThat(network.token(victim, challenge, ChannelBinding.UNOFFERED, victim)
                            .body())
                    .contains("proof-invalid");
        }
    }

    @Test
    void a_relay_gets_no_session_for_a_bound_proof() throws Exception {
        try (Relay relay = relay(Relay.faithful());
                TlsPeer victim = TlsPeer.connect(relay.port(), believed)) {
            var challenge = network.hello(victim);

            assertThat(network.proven(victim, challenge, ChannelBinding.TLS_EXPORTER, victim))
                    .startsWith("1008 ");
        }
    }

    @Test
    void a_relay_that_says_the_server_binds_nothing_gets_no_session_from_a_worker_that_can_bind() throws Exception {
        try (Relay relay = relay(Relay.hidingTheBinding());
                TlsPeer victim = TlsPeer.connect(relay.port(), believed)) {
            var challenge = network.hello(victim);

            assertThat(challenge.binding()).isEqualTo(ChannelBinding.NONE);
            assertThat(network.proven(victim, challenge, ChannelBinding.UNOFFERED, victim))
                    .startsWith("1008 somebody between us");
        }
    }

    /** What the relay does is enough against a client that cannot bind: nobody can help that but its owner. */
    @Test
    void a_client_that_cannot_bind_does_not_notice_a_relay() throws Exception {
        try (Relay relay = relay(Relay.faithful());
                TlsPeer victim = TlsPeer.connect(relay.port(), believed)) {
            assertThat(network.token(victim, network.challenge(victim), ChannelBinding.NONE, victim)
                            .status())
                    .isEqualTo(201);
        }
    }
}
