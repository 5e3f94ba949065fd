/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenList;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.ApiTokenSummary;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTokensTest {

    private static final String TOKENS = "/api/v1/me/tokens";

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
    void a_token_does_what_its_scope_says_and_no_more() {
        Member asking = member.bearing(create(Set.of(Scope.ASK)).token());

        String job = asking.ask("Who asks?");

        assertThat(asking.status(job).job()).isEqualTo(job);
        assertThat(asking.get("/api/v1/me/devices").problem()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(asking.post("/api/v1/me/enrolment-codes", Map.of()).problem())
                .isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(asking.post(TOKENS, request(Set.of(Scope.ASK), 1)).problem()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(asking.get("/api/v1/me/export").problem()).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void who_may_only_read_cannot_ask() {
        Member reading = member.bearing(create(Set.of(Scope.READ)).token());

        assertThat(reading.get("/api/v1/me/devices").status()).isEqualTo(200);
        assertThat(reading.post("/api/v1/jobs", Map.of()).problem()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(reading.tryUpload("a.txt", new byte[] {1}).problem()).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void a_revoked_token_is_void_at_once_though_it_was_just_used() {
        ApiTokenCreated created = create(Set.of(Scope.READ));
        Member program = member.bearing(created.token());
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);

        assertThat(member.delete(TOKENS + "/" + created.summary().id()).status())
                .isEqualTo(204);

        assertThat(program.get("/api/v1/me").problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(list().tokens()).isEmpty();
    }

    @Test
    void a_token_ends_on_its_day() {
        Member program = member.bearing(create(Set.of(Scope.READ)).token());
        clock.pass(Duration.ofDays(30));

        assertThat(program.get("/api/v1/me").problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void the_list_says_when_a_token_was_last_used_and_never_its_secret() {
        ApiTokenCreated created = create(Set.of(Scope.ASK, Scope.READ));
        assertThat(list().tokens()).containsExactly(created.summary());

        member.bearing(created.token()).get("/api/v1/me");

        ApiTokenSummary seen = list().tokens().getFirst();
        assertThat(seen.usedAt()).isEqualTo(clock.instant());
        assertThat(member.get(TOKENS).body()).doesNotContain(created.token());
    }

    @Test
    void the_database_holds_no_token() throws IOException {
        String token = create(Set.of(Scope.ASK)).token();
        network.stop();

        String database = Files.readString(network.data().resolve("helios.db"), StandardCharsets.ISO_8859_1);

        assertThat(database).contains("api_token").doesNotContain(token);
    }

    @Test
    void nobody_makes_a_token_that_manages_or_lives_for_ever() {
        assertThat(member.post(TOKENS, request(Set.of(Scope.ASK, Scope.MANAGE), 1))
                        .problem())
                .isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(member.post(TOKENS, request(Set.of(), 1)).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(member.post(TOKENS, request(Set.of(Scope.ASK), 0)).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(member.post(TOKENS, request(Set.of(Scope.ASK), Limit.API_TOKEN_DAYS.intValue() + 1))
                        .problem())
                .isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(member.post(TOKENS, Map.of("label", "x", "scopes", Set.of("rule"), "days", 1))
                        .problem())
                .isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void an_account_holds_so_many_tokens() {
        for (int i = 0; i < Limit.API_TOKENS_PER_MEMBER.value(); i++) {
            create(Set.of(Scope.READ));
        }
        assertThat(member.post(TOKENS, request(Set.of(Scope.READ), 1)).problem())
                .isEqualTo(ProblemCode.ACCOUNT_FULL);
    }

    @Test
    void a_token_ends_with_the_device_that_made_it_and_nobody_revokes_anothers() {
        Member phone = network.anotherDevice(member, "phone");
        ApiTokenCreated created =
                phone.post(TOKENS, request(Set.of(Scope.READ), 1)).as(ApiTokenCreated.class);
        Member stranger = network.anotherMember("stranger");
        assertThat(stranger.delete(TOKENS + "/" + created.summary().id()).problem())
                .isEqualTo(ProblemCode.NOT_FOUND);

        member.delete("/api/v1/me/devices/" + phone.device());

        assertThat(member.bearing(created.token()).get("/api/v1/me").problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    private ApiTokenCreated create(Set<Scope> scopes) {
        return member.post(TOKENS, request(scopes, 30)).as(ApiTokenCreated.class);
    }

    private static ApiTokenRequest request(Set<Scope> scopes, int days) {
        return new ApiTokenRequest("notebook", scopes, days);
    }

    private ApiTokenList list() {
        return member.get(TOKENS).as(ApiTokenList.class);
    }
}
