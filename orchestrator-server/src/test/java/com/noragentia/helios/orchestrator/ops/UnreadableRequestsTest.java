/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.TrustedProxies;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.wire.JsonCodec;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableRequestsTest {

    private static final int MAX_BYTES = 4096;

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/api/v1/jobs/%00", "/%zz", "/a%2Fb/../../%2e%2e/c"})
    void an_address_that_cannot_be_read_gets_a_problem_and_no_page(String address) throws IOException {
        Connections connections =
                new Connections(new ConnectionCaps(new TrustedProxies(List.of()), true), new TestClock());
        Javalin http = HttpDoor.with(List.of(), connections).start("127.0.0.1", 0);
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), http.port())) {
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String reply = new String(socket.getInputStream().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);

            assertThat(reply).startsWith("HTTP/1.1 400").containsIgnoringCase("content-type: " + Problem.MEDIA_TYPE);
            String body = reply.substring(reply.indexOf("\r\n\r\n")).strip();
            assertThat(JsonCodec.decode(body, Problem.class, MAX_BYTES).code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        } finally {
            HttpDoor.close(http);
        }
    }
}
