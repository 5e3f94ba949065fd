/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server may send us, and where not. */
class RedirectTest {

    private static final HttpUrl PUBLIC = HttpUrl.get("https://hub.example/model");
    private static final HttpUrl INSIDE = HttpUrl.get("https://models.lan/model");

    @TempDir
    private Path temporary;

    private DownloadBench bench;
    private final GuardedDns names = new GuardedDns(RedirectTest::lookup);
    private final RedirectRule rule = new RedirectRule(names);

    @BeforeEach
    void open() {
        bench = new DownloadBench(temporary.resolve("store"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_few_redirects_within_this_computer_are_followed_without_credentials() throws Exception {
        bench.hub.put("elsewhere", bench.content, DownloadBench.TAG);
        bench.hub.then(
                UnrulyHub.redirect("/a"), UnrulyHub.redirect("b"), UnrulyHub.redirect("/o/m/resolve/main/elsewhere"));
        OkHttpClient http = HttpClients.of(bench.hub.address());
        HttpUrl url = HttpUrl.get(bench.hub.address() + "/secret");

        try (Delivery delivery = new HttpDownload(http, Dns.SYSTEM)
                .open(url, Headers.of("Authorization", "Bearer secret"), Begun.NOTHING)) {
            assertThat(delivery.content().readAllBytes()).isEqualTo(bench.content);
        } finally {
            HttpClients.close(http);
        }
        assertThat(bench.hub.asked())
                .extracting(UnrulyHub.Asked::authorization)
                .containsExactly("Bearer secret", null, null, null);
    }

    @Test
    void a_redirect_keeps_the_range() throws Exception {
        bench.hub.put("elsewhere", bench.content, DownloadBench.TAG);
        bench.hub.then(UnrulyHub.cutAfter(1_000), UnrulyHub.redirect("/o/m/resolve/main/elsewhere"));

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked().getLast().range()).isEqualTo("bytes=1000-");
    }

    @Test
    void redirects_in_a_circle_are_left() {
        IntStream.range(0, 20).forEach(i -> bench.hub.then(UnrulyHub.redirect("/again")));

        assertFails("over 5 redirects");
        assertThat(bench.hub.asked()).hasSize(RedirectRule.MAX_REDIRECTS + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/model",
                "http://169.254.169.254/latest/meta-data",
                "http://example.com/model",
                "ftp://127.0.0.1/model",
                "file:///etc/passwd",
                "http://user:secret@127.0.0.1/model"
            })
    void what_is_neither_https_nor_here_is_refused(String location) {
        bench.hub.then(UnrulyHub.redirect(location));

        assertFails("redirect");
        assertThat(bench.hub.asked()).hasSizeLessThanOrEqualTo(RedirectRule.MAX_REDIRECTS + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/", "https://localhost/", "https://10.0.0.7/", "https://169.254.169.254/",
                        "https://[::1]/",
                "https://[fd00::1]/", "https://[::ffff:192.168.0.1]/", "https://127.1/", "https://models.lan/",
                        "http://cdn.example/"
            })
    void a_public_server_sends_nobody_to_a_private_address_nor_away_from_https(String target) {
        assertThatThrownBy(() -> {
                    HttpUrl url = HttpUrl.get(target);
                    rule.follow(PUBLIC, url);
                    names.lookup(url.host()); // as it is done at the moment of connecting
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_name_that_changes_its_meaning_after_the_check_gains_nothing() throws Exception {
        rule.follow(PUBLIC, HttpUrl.get("https://rebound.lan/"));

        assertThatThrownBy(() -> names.lookup("rebound.lan")).hasMessageContaining("private");
        assertThat(names.lookup("models.lan")).hasSize(1);
    }

    @Test
    void a_public_server_may_send_to_another() {
        assertThatCode(() -> {
                    rule.follow(PUBLIC, HttpUrl.get("https://cdn.example/x"));
                    names.lookup("cdn.example");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_server_inside_may_send_to_another_inside() {
        assertThatCode(() -> rule.follow(INSIDE, HttpUrl.get("https://10.0.0.7/x")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hub.example/", "http://10.0.0.7/"})
    void without_tls_only_this_very_computer_is_asked(String hub) {
        OkHttpClient http = HttpClients.of(URI.create(hub));
        try {
            assertThatThrownBy(() -> new HubSource(http, URI.create(hub))
                            .open(bench.file().sources().getFirst(), Begun.NOTHING))
                    .hasMessageContaining("without TLS");
        } finally {
            HttpClients.close(http);
        }
    }

    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        return switch (host) {
            case "hub.example" -> List.of(InetAddress.getByName("93.184.216.34"));
            case "cdn.example" -> List.of(InetAddress.getByName("2606:4700::1111"));
            case "models.lan", "rebound.lan" -> List.of(InetAddress.getByName("192.168.0.9"));
            case "localhost" -> List.of(InetAddress.getLoopbackAddress());
            default -> Dns.SYSTEM.lookup(host);
        };
    }

    private void assertFails(String reason) {
        assertThatThrownBy(bench::pull).isInstanceOf(ModelFailure.class).hasMessageContaining(reason);
    }
}
