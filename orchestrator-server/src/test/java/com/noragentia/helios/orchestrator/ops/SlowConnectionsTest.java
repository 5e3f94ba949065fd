/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.TrustedProxies;
import com.noragentia.helios.orchestrator.trial.TestClock;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second passes whenever the test says so, and the orchestrator looks at its connections after each. */
class SlowConnectionsTest {

    private static final int LONG = 120;

    private final TestClock clock = new TestClock();
    private final Connections connections =
            new Connections(new ConnectionCaps(new TrustedProxies(List.of()), true), clock);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private Javalin http = Javalin.create();
    private Socket socket = new Socket();

    @BeforeEach
    void start() throws IOException {
        http = HttpDoor.with(
                        List.of(routes -> {
                            routes.get("/", ctx -> ctx.result("hello"));
                            routes.get("/late", this::late);
                            routes.post(
                                    "/",
                                    ctx -> ctx.result(
                                            "got " + ctx.req().getInputStream().readAllBytes().length));
                        }),
                        connections)
                .start("127.0.0.1", 0);
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), http.port());
        socket.setSoTimeout(20);
    }

    private void late(Context ctx) throws InterruptedException {
        arrived.countDown();
        released.await();
        ctx.result("late");
    }

    @AfterEach
    void stop() throws IOException {
        released.countDown();
        socket.close();
        HttpDoor.close(http);
    }

    @Test
    void a_connection_that_says_nothing_is_closed() throws IOException {
        assertThat(secondsUntilClosed("")).isBetween(10, 40);
    }

    @Test
    void a_header_that_comes_byte_by_byte_is_not_waited_for() throws IOException {
        send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        assertThat(secondsUntilClosed("x")).isBetween(10, 40);
    }

    @Test
    void nor_is_that_of_a_second_request() throws IOException {
        send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer("hello")).contains("200 OK");
        secondPasses();
        send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        assertThat(secondsUntilClosed("x")).isBetween(10, 40);
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_not_waited_for() throws IOException {
        send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
        assertThat(secondsUntilClosed("x".repeat(100))).isBetween(10, 40);
    }

    @Test
    void a_body_that_comes_slowly_but_surely_is() throws IOException {
        int seconds = 60;
        send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + seconds * 1_024 + "\r\n\r\n");
        for (int i = 0; i < seconds; i++) {
            send("x".repeat(1_024));
            assertThat(isClosed()).as("after %d seconds", i).isFalse();
            secondPasses();
        }
        assertThat(answer("got")).contains("got " + seconds * 1_024);
    }

    @Test
    void a_connection_between_two_requests_may_rest() throws IOException {
        send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer("hello")).contains("200 OK");
        for (int i = 0; i < LONG; i++) {
            secondPasses();
        }
        send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer("hello")).contains("200 OK");
    }

    @Test
    void whoever_waits_for_an_answer_is_not_slow() throws Exception {
        send("GET /late HTTP/1.1\r\nHost: x\r\n\r\n");
        arrived.await();
        for (int i = 0; i < LONG; i++) {
            secondPasses();
        }
        released.countDown();
        assertThat(answer("late")).contains("200 OK");
    }

    @Test
    void a_server_that_slept_takes_nobody_for_slow() throws IOException {
        clock.pass(Duration.ofHours(1));
        connections.closeSlow();

        send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer("hello")).contains("200 OK");
    }

    private void secondPasses() {
        clock.pass(Duration.ofSeconds(1));
        connections.closeSlow();
    }

    private int secondsUntilClosed(String eachSecond) throws IOException {
        for (int second = 1; second <= LONG; second++) {
            secondPasses();
            try {
                send(eachSecond);
            } catch (IOException e) {
                return second;
            }
            if (isClosed()) {
                return second;
            }
        }
        throw new AssertionError("still open");
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isClosed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private String answer(String until) throws IOException {
        socket.setSoTimeout(5_000);
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().contains(until) || !answer.toString().contains("\r\n\r\n")) {
            answer.append((char) socket.getInputStream().read());
        }
        answer.append(new String(
                socket.getInputStream().readNBytes(socket.getInputStream().available()), StandardCharsets.US_ASCII));
        socket.setSoTimeout(20);
        return answer.toString();
    }
}
