/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom somebody takes for Helios who answers a handshake in other ways. */
final class OrchestratorCallsTest {

    /** RFC 8446, section 6: content type 21, version, two bytes of length, level, description. */
    private static final String ALERT = "1503030002";

    @Test
    void who_speaks_no_tls_is_not_helios() throws Exception {
        byte[] plain = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(reason(plain)).isEqualTo("not-helios");
    }

    @Test
    void who_speaks_no_version_of_tls_that_both_know_is_not_helios() throws Exception {
        assertThat(reason(HexFormat.of().parseHex(ALERT + "0246"))).isEqualTo("not-helios");
    }

    /** Nothing at all; a part of a record; a farewell; a handshake that failed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "160303", ALERT + "0100", ALERT + "0228"})
    void a_handshake_that_was_cut_tells_nothing_of_who_is_there(String answer) throws Exception {
        assertThat(reason(HexFormat.of().parseHex(answer))).isEmpty();
    }

    /** What is told of a server that says this to whoever begins, and no more. */
    private static String reason(byte[] answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answerAll(server, answer));
            OrchestratorCalls calls =
                    new OrchestratorCalls(new OkHttpClient(), URI.create("https://127.0.0.1:" + server.getLocalPort()));

            ProblemException told = catchThrowableOfType(
                    ProblemException.class,
                    () -> calls.call(calls.request("v1/x").build()));

            assertThat(told.problem().code()).isEqualTo(ProblemCode.NETWORK_UNREACHABLE);
            return told.problem().values().getOrDefault("reason", "");
        }
    }

    private static void answerAll(ServerSocket server, byte[] answer) {
        while (true) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(answer);
                socket.shutdownOutput();
                // To close with bytes unread would reset the connection, which is another failure.
                var unused = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }
}
