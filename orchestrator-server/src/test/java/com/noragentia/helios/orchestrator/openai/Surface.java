/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** An orchestrator, its first member, and a program that bears a token of that member's and knows only OpenAI's API. */
final class Surface implements AutoCloseable {

    static final String CHAT = "/v1/chat/completions";
    static final String EMBEDDINGS = "/v1/embeddings";
    static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";

    private static final MediaType JSON = MediaType.get("application/json");

    private final Network network;
    private final Member owner;
    private final Member program;
    private final String key;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Surface(Path data, Clock clock) {
        this(new Network(data, clock));
    }

    Surface(Network network) {
        this.network = network;
        this.owner = network.firstMember();
        this.key = key(owner, Set.of(Scope.ASK));
        this.program = owner.bearing(key);
    }

    static String key(Member member, Set<Scope> scopes) {
        return member.post("/api/v1/me/tokens", new ApiTokenRequest("test", scopes, 30))
                .as(ApiTokenCreated.class)
                .token();
    }

    Network network() {
        return network;
    }

    Member owner() {
        return owner;
    }

    Member program() {
        return program;
    }

    String key() {
        return key;
    }

    /** What clients call the base URL. */
    String base() {
        return network.address() + "/v1";
    }

    static Map<String, Object> said(String role, Object content) {
        return Map.of("role", role, "content", content);
    }

    /** A question of a user's, to any model. */
    static Map<String, Object> question(Object content) {
        return Map.of("model", "helios", "messages", List.of(said("user", content)));
    }

    static Map<String, Object> with(Map<String, Object> request, String name, Object value) {
        Map<String, Object> more = new HashMap<>(request);
        more.put(name, value);
        return more;
    }

    static String url(String mediaType, byte[] content) {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    static Map<String, Object> image(String url) {
        return Map.of("type", "image_url", "image_url", Map.of("url", url));
    }

    static Map<String, Object> text(String words) {
        return Map.of("type", "text", "text", words);
    }

    static Map<String, Object> document(String name, String url) {
        return Map.of("type", "file", "file", Map.of("filename", name, "file_data", url));
    }

    Reply post(String path, Object body) {
        return program.post(path, body);
    }

    /** A question, by a client with a patience of its own. */
    Reply post(OkHttpClient client, String question) {
        Request request = program.request(CHAT)
                .post(RequestBody.create(JsonCodec.encode(question(question)), JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return new Reply(
                    response.code(), "application/json", response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as written. */
    Reply postText(String path, String json) {
        return Member.send(program.request(path).post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON)));
    }

    /** Asks, while the test plays the worker. */
    CompletableFuture<Reply> asks(String path, Object body) {
        return CompletableFuture.supplyAsync(() -> post(path, body), threads);
    }

    CompletableFuture<Reply> transcribes(MultipartBody form) {
        return CompletableFuture.supplyAsync(() -> transcribe(form), threads);
    }

    Reply transcribe(MultipartBody form) {
        return Member.send(program.request(TRANSCRIPTIONS).post(form));
    }

    /** An answer that is streamed, at the pace of the test. */
    Response stream(Object body) throws IOException {
        Request request = program.request(CHAT)
                .post(RequestBody.create(JsonCodec.encode(body), JSON))
                .build();
        return Member.HTTP.newCall(request).execute();
    }

    static JsonNode json(Reply reply) {
        return reply.as(JsonNode.class);
    }

    /** What is wrong, and nothing else. */
    static JsonNode error(Reply reply) {
        return json(reply).path("error");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        network.close();
    }
}
