/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.connection.DeviceProof;
import com.noragentia.helios.connection.DeviceToken;
import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.connection.TlsServer;
import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MirrorSourceTest {

    private static final String NETWORK = "the-network";
    private static final String NONCE = "a-nonce";
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final URI FILE = URI.create("mirror:/" + "0a".repeat(32));

    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final String device = key.verifyingKey().fingerprint();

    @TempDir
    private Path folder;

    /** A relay says that it offers nothing; the real server offers what both ends of TLS share. */
    @ParameterizedTest
    @EnabledForJreRange(min = JRE.JAVA_25)
    @CsvSource({"TLS_EXPORTER, TLS_EXPORTER", "NONE, UNOFFERED", ", UNOFFERED"})
    void a_worker_that_fetches_models_signs_no_unbound_proof(@Nullable ChannelBinding offered, ChannelBinding expected)
            throws Exception {
        try (TlsServer server = new TlsServer(folder)) {
            answer(server, JsonCodec.encodeToString(new ChallengeIssued(NONCE, NETWORK, LATER, offered)));
            answer(server, JsonCodec.encodeToString(new TokenGranted("granted", LATER)));
            answer(server, "weights");

            OkHttpClient http = server.client();
            OrchestratorCalls calls = new OrchestratorCalls(http, server.address());
            DeviceToken token =
                    new DeviceToken(new DeviceProof(calls, NETWORK, device, DeviceKey.of(key)), Clock.systemUTC());
            token.current();
            byte[] exporter = server.exporter(); // of this connection; the file may come over another

            assertThat(fetched(new MirrorSource(http, calls, token))).isEqualTo("weights");

            server.http.takeRequest();
            TokenRequest asked = JsonCodec.decode(body(server.http.takeRequest()), TokenRequest.class, 10_000);
            assertThat(asked.binding()).isEqualTo(expected);
            byte[] signed = expected == ChannelBinding.TLS_EXPORTER
                    ? Proofs.boundToken(NETWORK, NONCE, device, exporter)
                    : Proofs.unofferedToken(NETWORK, NONCE, device);
            assertThat(key.verifyingKey().verifies(signed, asked.proof())).isTrue();
            assertThat(key.verifyingKey().verifies(Proofs.token(NETWORK, NONCE, device), asked.proof()))
                    .isFalse();
            assertThat(server.http.takeRequest().getHeaders().get("Authorization"))
                    .isEqualTo("Bearer granted");
        }
    }

    private static String fetched(MirrorSource mirror) throws Exception {
        try (Delivery delivery = mirror.open(FILE, Begun.NOTHING)) {
            return new String(delivery.content().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void answer(TlsServer server, String body) {
        server.http.enqueue(new MockResponse.Builder().body(body).build());
    }

    private static String body(RecordedRequest request) {
        var body = request.getBody();
        return body == null ? "" : body.utf8();
    }
}
