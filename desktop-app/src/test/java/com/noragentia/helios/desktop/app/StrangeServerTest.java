/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.connection.TlsServer;
import com.noragentia.helios.installation.Membership;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joining what is no Helios, or a newer one: told in a sentence, and nothing is lost. */
final class StrangeServerTest extends AccountFixture {

    private static MockWebServer answering(int status, String body) throws Exception {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().code(status).body(body).build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    private void assertNotHelios(String address, String language, String words) throws Exception {
        for (String[] more : new String[][] {{}, {"--code", "01ABC-DEFGH-JKMNP-QRSTV"}}) {
            String[] line = {"account", "join", address, "--language", language, "--json"};
            String[] all = Arrays.copyOf(line, line.length + more.length);
            System.arraycopy(more, 0, all, line.length, more.length);

            CommandRun run = JoinedComputer.runIn(fresh(), "", all);

            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            assertThat(run.err()).contains(words);
            assertThat(run.out()).contains("\"code\":\"network-unreachable\"");
            assertThat(Membership.of(fresh())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<!doctype html><title>Hello</title>",
                "404|<!doctype html><title>Not found</title>",
                "404|''",
                "405|{}",
                "200|{\"hello\":\"world\"}",
                "200|[1,2]",
                "200|''",
                "301|moved",
                "401|{\"error\":\"token\"}",
                "500|{\"type\":\"about:blank\",\"title\":\"Oops\",\"status\":500,\"detail\":\"x\"}"
            })
    void what_answers_but_is_no_helios_is_told_so_and_loses_nothing(int status, String body) throws Exception {
        try (MockWebServer server = answering(status, body)) {
            String address = "http://127.0.0.1:" + server.getPort();
            assertNotHelios(address, "en", "is not Helios");
            String key = Files.readString(fresh().file("device.json"));
            assertNotHelios(address, "es", "no es Helios");

            assertThat(Files.readString(fresh().file("device.json"))).isEqualTo(key);
            assertThat(JoinedComputer.runIn(fresh(), "", "account", "join", address())
                            .exitCode())
                    .isZero();
        }
    }

    /** As web servers do: they say in plain words what they think of a handshake. */
    @Test
    void https_to_a_port_without_it_is_told_as_the_wrong_port() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            sayToAll(plain, "HTTP/1.1 400 Bad Request\r\n\r\n");
            assertNotHelios("https://127.0.0.1:" + plain.getLocalPort(), "en", "is not Helios");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,vouches for", "es,responde por"})
    void a_certificate_that_nobody_vouches_for_is_told_as_that(String language, String words) throws Exception {
        try (TlsServer server = new TlsServer(temporary)) {
            assertNotHelios(server.address().toString(), language, words);
        }
    }

    @Test
    void a_port_that_speaks_something_else_is_told_as_the_wrong_port() throws Exception {
        try (ServerSocket ssh = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            sayToAll(ssh, "SSH-2.0-OpenSSH_9.6\r\n");
            assertNotHelios("http://127.0.0.1:" + ssh.getLocalPort(), "en", "is not Helios");
        }
    }

    private static void sayToAll(ServerSocket server, String words) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                    caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                    caller.shutdownOutput();
                    // To close with bytes unread would reset the connection, which is another failure.
                    var unused = caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the caller left, or the test is over
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "en,does not know: “The [2J moon is full.” (moon-eclipsed)",
        "es,no conoce: «The [2J moon is full.» (moon-eclipsed)"
    })
    void what_a_newer_network_says_is_shown_with_its_code_and_cannot_play_with_the_terminal(
            String language, String words) throws Exception {
        String problem =
                "{\"code\":\"moon-eclipsed\",\"detail\":\"The \\u001b[2J\\u202e moon\\nis full.\",\"values\":{}}";
        try (MockWebServer server = answering(403, problem)) {
            CommandRun run = JoinedComputer.runIn(
                    fresh(),
                    "",
                    "account",
                    "join",
                    "http://127.0.0.1:" + server.getPort(),
                    "--json",
                    "--language",
                    language);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(words);
            assertThat(run.out()).contains("\"code\":\"moon-eclipsed\"");
        }
    }
}
