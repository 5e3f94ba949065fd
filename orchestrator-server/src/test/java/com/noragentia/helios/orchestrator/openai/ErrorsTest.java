/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.ops.NetworkRules;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to be refused, in OpenAI's shape. */
class ErrorsTest {

    private final TestClock clock = new TestClock();
    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, clock);
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    @Test
    void without_a_good_token_nothing_is_answered() {
        for (String path : List.of(Surface.CHAT, Surface.EMBEDDINGS, Surface.TRANSCRIPTIONS)) {
            refused(surface.owner().bearing("helios_wrong").post(path, Map.of()), 401, "invalid_api_key", null);
        }
        Member nobody = surface.owner().bearing("");
        refused(nobody.get("/v1/models"), 401, "invalid_api_key", null);
        refused(nobody.get("/v1/models/helios"), 401, "invalid_api_key", null);
    }

    @Test
    void a_token_that_only_reads_cannot_ask() {
        Member reading = surface.owner().bearing(Surface.key(surface.owner(), Set.of(Scope.READ)));

        refused(reading.post(Surface.CHAT, Surface.question("May I?")), 403, "insufficient_permissions", null);
        refused(reading.get("/v1/models"), 403, "insufficient_permissions", null);
    }

    @Test
    void a_model_that_nobody_has_is_named_and_so_are_those_that_are_here() {
        JsonNode error = refused(
                surface.post(Surface.CHAT, Surface.with(Surface.question("Who?"), "model", "gpt-4o")),
                404,
                "model_not_found",
                "model");

        assertThat(error.path("message").textValue()).contains("gpt-4o", "helios-retrieval-1", "GET /v1/models");
    }

    @Test
    void what_no_model_here_can_do_says_so() {
        refused(
                surface.transcribe(TranscriptionsTest.form("talk.wav", Uploads.wav(1), "helios")),
                503,
                "model_missing",
                "model");
    }

    @Test
    void what_is_not_there_is_told_in_the_same_shape() {
        refused(surface.program().get("/v1/files"), 404, "not_found", null);
        refused(surface.program().get(Surface.CHAT), 405, "method_not_allowed", null);
        assertThat(surface.program().get("/api/v1/nothing").problem())
                .as("our own API keeps its own shape")
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void too_many_at_once_are_told_when_to_come_back() throws IOException {
        for (int i = 0; i < Limit.JOBS_IN_FLIGHT_PER_MEMBER.intValue(); i++) {
            surface.owner().ask("Wait " + i);
        }
        try (Response response = post(Surface.question("One more?"))) {
            assertThat(response.code()).isEqualTo(429);
            assertThat(response.header("Retry-After")).isEqualTo("10");
            assertThat(response.header("x-should-retry")).isEqualTo("true");
            assertThat(response.body().string()).contains("\"type\":\"rate_limit_error\"", "\"too_many_jobs\"");
        }
    }

    @Test
    void too_many_a_minute_are_told_when_to_come_back() throws IOException {
        String invalid = "{}";
        for (int i = 0; i < 60; i++) {
            assertThat(surface.postText(Surface.CHAT, invalid).status()).isEqualTo(400);
        }
        try (Response response = post(Map.of())) {
            assertThat(response.code()).isEqualTo(429);
            assertThat(response.header("Retry-After")).isEqualTo("1");
            assertThat(response.body().string()).contains("rate_limit_exceeded");
        }
    }

    @Test
    void a_question_that_nobody_takes_ends_with_503_and_is_not_worth_repeating() {
        CompletableFuture<Reply> reply = surface.asks(Surface.CHAT, Surface.question("Anybody?"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            clock.pass(Duration.ofMinutes(5));
            return reply.isDone();
        });

        refused(reply.join(), 503, "job_expired", null);
    }

    @Test
    void who_never_contributed_is_told_what_to_do(@TempDir Path elsewhere) {
        try (Surface strict = new Surface(Network.of(
                elsewhere,
                clock,
                new NetworkRules(EnrolmentPolicy.INVITED, Access.CONTRIBUTORS, false, Duration.ofHours(6))))) {
            JsonNode error =
                    refused(strict.post(Surface.CHAT, Surface.question("Me?")), 403, "contribution_required", null);

            assertThat(error.path("type").textValue()).isEqualTo("insufficient_quota");
            assertThat(error.path("message").textValue()).contains("helios standing");
        }
    }

    private Response post(Object body) throws IOException {
        return Member.HTTP
                .newCall(surface.program()
                        .request(Surface.CHAT)
                        .post(RequestBody.create(JsonCodec.encode(body)))
                        .build())
                .execute();
    }

    static JsonNode refused(Reply reply, int status, String code, @Nullable String param) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/json");
        JsonNode error = Surface.error(reply);
        assertThat(error.path("code").textValue()).as(reply.body()).isEqualTo(code);
        assertThat(error.has("param")).isTrue();
        assertThat(error.path("param").textValue()).as(reply.body()).isEqualTo(param);
        assertThat(error.path("message").textValue()).isNotBlank();
        return error;
    }
}
