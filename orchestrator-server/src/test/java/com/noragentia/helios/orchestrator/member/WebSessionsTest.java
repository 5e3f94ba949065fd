/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.api.WebLink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSessionsTest {

    private static final OkHttpClient BROWSER =
            new OkHttpClient.Builder().followRedirects(false).build();

    private final TestClock clock = new TestClock();
    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_link_gives_the_browser_a_session_that_asks_and_reads() throws IOException {
        String cookie = session(link());

        AccountSummary account = Member.send(browser("/api/v1/me", cookie)).as(AccountSummary.class);

        assertThat(account.scopes()).containsExactlyInAnyOrder(Scope.ASK, Scope.READ);
        assertThat(account.device()).isEqualTo(member.device());
        assertThat(Member.send(browser("/api/v1/me/export", cookie)).status()).isEqualTo(403);
    }

    @Test
    void the_cookie_is_hidden_from_scripts_and_other_sites() throws IOException {
        try (Response response = open(link())) {
            assertThat(response.code()).isEqualTo(303);
            assertThat(response.header("Location")).endsWith("/");
            assertThat(response.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Max-Age=43200");
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void a_link_is_good_once() throws IOException {
        String link = link();
        session(link);

        try (Response response = open(link)) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(response.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void a_link_is_good_for_a_minute() throws IOException {
        String link = link();
        clock.pass(WebSessions.LINK_LIFE);

        try (Response response = open(link)) {
            assertThat(response.code()).isEqualTo(401);
        }
    }

    @Test
    void a_session_ends_after_twelve_hours() throws IOException {
        String cookie = session(link());
        clock.pass(WebSessions.LIFE);

        assertThat(Member.send(browser("/api/v1/me", cookie)).status()).isEqualTo(401);
    }

    @Test
    void a_page_from_elsewhere_changes_nothing_though_the_cookie_comes_along() throws IOException {
        String cookie = session(link());
        RequestBody body = RequestBody.create(new byte[] {'{', '}'});

        assertThat(Member.send(browser("/api/v1/jobs", cookie).post(body)).status())
                .isEqualTo(403);
        assertThat(Member.send(browser("/api/v1/jobs", cookie)
                                .header("Origin", "http://127.0.0.1:1")
                                .post(body))
                        .status())
                .isEqualTo(403);
        assertThat(Member.send(browser("/api/v1/jobs", cookie)
                                .header("Origin", network.address())
                                .post(body))
                        .status())
                .isEqualTo(400); // let in, and found to be no job
    }

    @Test
    void who_leaves_is_gone() throws IOException {
        String cookie = session(link());
        assertThat(Member.send(browser("/api/v1/me", cookie)).status()).isEqualTo(200);

        assertThat(Member.send(browser("/api/v1/me/web-session", cookie)
                                .header("Origin", network.address())
                                .delete())
                        .status())
                .isEqualTo(204);

        assertThat(Member.send(browser("/api/v1/me", cookie)).status()).isEqualTo(401);
    }

    private String link() {
        return member.post("/api/v1/me/web-links", Map.of()).as(WebLink.class).path();
    }

    private Response open(String link) throws IOException {
        return BROWSER.newCall(
                        new Request.Builder().url(network.address() + link).build())
                .execute();
    }

    private String session(String link) throws IOException {
        try (Response response = open(link)) {
            return Objects.requireNonNull(response.header("Set-Cookie")).split(";", 2)[0];
        }
    }

    private Request.Builder browser(String path, String cookie) {
        return new Request.Builder().url(network.address() + path).header("Cookie", cookie);
    }
}
