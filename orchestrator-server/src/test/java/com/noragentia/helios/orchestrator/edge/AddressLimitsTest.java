/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressLimitsTest {

    private static final String FORWARDED = "X-Forwarded-For";

    private final TestClock clock = new TestClock();
    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = Network.behindProxy(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void one_address_is_refused_after_its_burst_and_no_other() {
        long burst = RateLimit.CHALLENGES_PER_ADDRESS.burst();
        for (int i = 0; i < burst; i++) {
            assertThat(challenge("192.0.2.1").status()).isEqualTo(201);
        }
        Reply refused = challenge("203.0.113.9, 192.0.2.1");
        assertThat(refused.problem()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(challenge("192.0.2.2").status()).isEqualTo(201);
        for (int i = 0; i < burst; i++) {
            assertThat(member.post("/api/v1/challenges", new ChallengeRequest(member.device()))
                            .status())
                    .as("the owner is not limited by address")
                    .isEqualTo(201);
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(challenge("192.0.2.1").status()).isEqualTo(201);
    }

    @Test
    void what_is_refused_says_in_its_header_when_to_come_back() throws IOException {
        for (int i = 0; i < RateLimit.ENROLMENTS_PER_ADDRESS.burst(); i++) {
            try (Response unread = enrolment("2001:db8:1:2::" + i)) {
                assertThat(unread.code()).isEqualTo(400);
            }
        }
        try (Response refused = enrolment("2001:db8:1:2:ffff::1")) {
            assertThat(refused.code()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("6");
            assertThat(new Reply(429, Problem.MEDIA_TYPE, refused.body().string())
                            .as(Problem.class)
                            .values())
                    .containsEntry("retryAfter", "6");
        }
    }

    @Test
    void a_members_jobs_are_counted_wherever_they_come_from() {
        for (int i = 0; i < RateLimit.JOBS_PER_MEMBER.burst(); i++) {
            assertThat(member.post("/api/v1/jobs", "nothing").problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        }
        assertThat(member.post("/api/v1/jobs", "nothing").problem()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(member.get("/api/v1/jobs/none").problem()).isEqualTo(ProblemCode.JOB_NOT_FOUND);
    }

    @Test
    void a_members_uploads_are_counted_in_bytes() {
        byte[] file = "\u00e9".repeat(10_000_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        long fit = RateLimit.UPLOAD_BYTES_PER_MEMBER.burst() / file.length;
        for (int i = 0; i < fit; i++) {
            assertThat(member.tryUpload("note.txt", file).status()).isEqualTo(201);
        }
        assertThat(member.tryUpload("note.txt", file).problem()).isEqualTo(ProblemCode.RATE_LIMITED);
    }

    @Test
    void handshakes_are_counted_before_a_connection_is_upgraded() throws IOException {
        for (int i = 0; i < RateLimit.HANDSHAKES_PER_ADDRESS.burst(); i++) {
            assertThat(handshake("192.0.2.7").code()).isNotEqualTo(429);
        }
        try (Response refused = handshake("192.0.2.7")) {
            assertThat(refused.code()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }
    }

    private Reply challenge(String from) {
        return Member.send(member.request("/api/v1/challenges")
                .header(FORWARDED, from)
                .post(RequestBody.create(JsonCodec.encode(new ChallengeRequest(member.device())))));
    }

    private Response enrolment(String from) throws IOException {
        Request.Builder request = member.request("/api/v1/devices")
                .header(FORWARDED, from)
                .post(RequestBody.create(new byte[] {'{', '}'}));
        return Member.HTTP.newCall(request.build()).execute();
    }

    /** An upgrade that lacks its key: it never becomes a connection, but it is counted. */
    private Response handshake(String from) throws IOException {
        Request.Builder request = member.request("/api/v1/worker")
                .header(FORWARDED, from)
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "short");
        Response response = Member.HTTP.newCall(request.build()).execute();
        response.close();
        return response;
    }
}
