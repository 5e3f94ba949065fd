/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may throw at the door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTest {

    private Network network;
    private Member member;

    @BeforeAll
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"input\":null}",
                "{\"input\":{\"type\":\"chat\"}}",
                "{\"input\":{\"type\":\"oracle\"}}",
                "{\"input\":{\"type\":\"chat\",\"language\":\"xx\",\"question\":\"q\",\"history\":[],\"attachments\":[]}}",
                "{\"input\":{\"type\":\"chat\",\"language\":\"en\",\"question\":\"q\",\"history\":[null],\"attachments\":[]}}",
                "{\"input\":{\"type\":\"embedding\",\"language\":\"en\",\"texts\":[null]}}",
                "{\"input\":{\"type\":\"chat\",\"language\":\"en\",\"question\":\"q\",\"history\":[],\"attachments\":[]}} x"
            })
    void a_body_that_is_no_whole_job_is_refused(String body) {
        Reply reply = Member.send(
                member.request("/api/v1/jobs").post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8))));
        assertThat(reply.problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void a_body_over_its_limit_is_refused() {
        byte[] body = new byte[Limit.REQUEST_BYTES.intValue() + 1];
        Reply reply = Member.send(member.request("/api/v1/jobs").post(RequestBody.create(body)));
        assertThat(reply.problem()).isEqualTo(ProblemCode.REQUEST_TOO_LARGE);
    }

    @Test
    void deep_nesting_is_refused() {
        String body = "{\"input\":" + "[".repeat(10_000);
        Reply reply = Member.send(
                member.request("/api/v1/jobs").post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8))));
        assertThat(reply.problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void wrong_addresses_and_methods_are_problems_too() {
        assertThat(member.get("/api/v1/nothing").problem()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(member.get("/api/v1/tokens").problem()).isEqualTo(ProblemCode.METHOD_NOT_ALLOWED);
    }

    @Test
    void the_front_page_and_health_need_no_login() {
        Member stranger = new Member(network::address, Network.newKey(), "stranger");
        assertThat(stranger.get("/").body()).contains("Helios orchestrator");
        assertThat(stranger.get("/healthz"))
                .extracting(Reply::status, Reply::body)
                .containsExactly(200, "ok");
        assertThat(stranger.get("/readyz"))
                .extracting(Reply::status, Reply::body)
                .containsExactly(200, "ready");
    }
}
