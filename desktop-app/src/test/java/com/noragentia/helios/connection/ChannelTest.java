/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.message.ToWorker;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ChannelTest {

    private static final byte[] EXPORTED = new byte[Proofs.EXPORTER_BYTES];

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # is seen, exports, server says, proof is
                    false, false,             , NONE
                    false, false, TLS_EXPORTER, NONE
                    true , true , TLS_EXPORTER, TLS_EXPORTER
                    true , true , NONE        , UNOFFERED
                    true , true ,             , UNOFFERED
                    true , false, TLS_EXPORTER, UNOFFERED
                    true , true , UNOFFERED   , UNOFFERED
                    """)
    void who_could_bind_never_says_that_it_cannot(
            boolean seen, boolean exports, @Nullable ChannelBinding offered, ChannelBinding expected) {
        Channel channel = new Channel(seen, exports ? Optional.of(EXPORTED) : Optional.empty());

        assertThat(channel.binding(offered)).isEqualTo(expected);
        assertThat(channel.token(new ChallengeIssued("n", "s", Instant.MAX, offered), "d"))
                .isEqualTo(
                        switch (expected) {
                            case NONE -> Proofs.token("s", "n", "d");
                            case UNOFFERED -> Proofs.unofferedToken("s", "n", "d");
                            case TLS_EXPORTER -> Proofs.boundToken("s", "n", "d", EXPORTED);
                        });
        assertThat(channel.worker(new ToWorker.Challenge("s", "n", offered), "d"))
                .isEqualTo(
                        switch (expected) {
                            case NONE -> Proofs.channel("s", "n", "d");
                            case UNOFFERED -> Proofs.unofferedChannel("s", "n", "d");
                            case TLS_EXPORTER -> Proofs.boundChannel("s", "n", "d", EXPORTED);
                        });
    }

    @Test
    void a_java_that_cannot_export_sees_nothing_and_says_so() throws Exception {
        TlsExporter older = TlsExporter.named("exportKeyingMaterialOfTomorrow");
        try (TlsServer server = new TlsServer(folder);
                Socket socket = server.client().sslSocketFactory().createSocket("127.0.0.1", server.http.getPort())) {
            assertThat(older.channel(socket)).isEqualTo(Channel.UNSEEN);
        }
    }

    @Test
    void a_connection_without_tls_is_not_seen() {
        assertThat(TlsExporter.ofThisJava().channel(new Socket())).isEqualTo(Channel.UNSEEN);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void a_late_body_is_made_for_the_connection_that_carries_it() throws Exception {
        try (TlsServer server = new TlsServer(folder)) {
            server.http.enqueue(new MockResponse.Builder().body("{}").build());
            server.http.enqueue(new MockResponse.Builder()
                    .body("{}")
                    .setHeader("Connection", "close")
                    .build());
            server.http.enqueue(new MockResponse.Builder().body("{}").build());
            OrchestratorCalls calls = new OrchestratorCalls(server.client(), server.address());
            for (int call = 0; call < 3; call++) {
                calls.post(
                        "late",
                        channel -> Map.of("value", hex(channel.exporter().orElseThrow())),
                        Map.class);

                assertThat(server.http.takeRequest().getBody().utf8())
                        .isEqualTo("{\"value\":\"" + hex(server.exporter()) + "\"}");
            }
        }
    }

    @Test
    void a_client_that_cannot_write_late_bodies_sends_nothing() throws Exception {
        try (TlsServer server = new TlsServer(folder)) {
            OkHttpClient plain = server.client().newBuilder().build();
            OkHttpClient stripped = new OkHttpClient.Builder()
                    .sslSocketFactory(
                            plain.sslSocketFactory(),
                            Optional.ofNullable(plain.x509TrustManager()).orElseThrow())
                    .build();
            OrchestratorCalls calls = new OrchestratorCalls(stripped, server.address());

            assertThatThrownBy(() -> calls.post("late", (LateBody) channel -> Map.of(), Map.class))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void a_web_socket_sees_its_own_connection_though_others_are_open() throws Exception {
        try (TlsServer server = new TlsServer(folder)) {
            OkHttpClient http = server.client();
            server.http.enqueue(new MockResponse.Builder().body("{}").build());
            server.http.enqueue(new MockResponse.Builder()
                    .webSocketUpgrade(new WebSocketListener() {})
                    .build());
            var calls = new OrchestratorCalls(http, server.address());
            calls.call(calls.request("first").build());
            byte[] first = server.exporter();
            WatchedWebSocket watched = WatchedWebSocket.by(http, TlsExporter.ofThisJava());
            CompletableFuture<byte[]> seen = new CompletableFuture<>();
            WebSocket socket =
                    watched.open(new Request.Builder().url(calls.url("worker")).build(), new WebSocketListener() {
                        @Override
                        public void onOpen(WebSocket opened, Response response) {
                            seen.complete(watched.channel().exporter().orElseThrow());
                        }
                    });

            assertThat(seen.get(10, TimeUnit.SECONDS))
                    .isEqualTo(server.exporter())
                    .isNotEqualTo(first);
            socket.cancel();
        }
    }

    private static String hex(byte[] value) {
        return HexFormat.of().formatHex(value);
    }
}
