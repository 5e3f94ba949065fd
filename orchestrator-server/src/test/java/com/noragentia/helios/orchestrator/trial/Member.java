/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.SolvedPuzzle;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A device of a member, speaking HTTP. */
public final class Member {

    public static final OkHttpClient HTTP = new OkHttpClient();

    private final Supplier<String> address;
    private final SigningKey key;
    private final String name;
    private String token = "";

    public Member(Supplier<String> address, SigningKey key, String name) {
        this.address = address;
        this.key = key;
        this.name = name;
    }

    public String device() {
        return key.verifyingKey().fingerprint();
    }

    public SigningKey key() {
        return key;
    }

    public Supplier<String> address() {
        return address;
    }

    /** Enrols, and logs in. */
    public Member enrol(String code) {
        Reply reply = tryEnrol(code);
        if (reply.status() != 201) {
            throw new AssertionError(reply);
        }
        return login();
    }

    public Reply tryEnrol(String code) {
        String publicKey = key.verifyingKey().encoded();
        String proof = key.sign(Proofs.enrolment(code, publicKey, name));
        return post("/api/v1/devices", new EnrolmentRequest(code, publicKey, name, proof));
    }

    /** The same with the puzzle solved, from behind a proxy that names this address. */
    public Reply tryEnrol(String code, @Nullable SolvedPuzzle work, String from) {
        String publicKey = key.verifyingKey().encoded();
        String proof = key.sign(Proofs.enrolment(code, publicKey, name));
        return send(request("/api/v1/devices")
                .header("X-Forwarded-For", from)
                .post(RequestBody.create(JsonCodec.encode(new EnrolmentRequest(code, publicKey, name, proof, work)))));
    }

    public ChallengeIssued challenge() {
        return post("/api/v1/challenges", new ChallengeRequest(device())).as(ChallengeIssued.class);
    }

    public Reply tryToken(ChallengeIssued challenge) {
        String proof = key.sign(Proofs.token(challenge.server(), challenge.nonce(), device()));
        return post("/api/v1/tokens", new TokenRequest(device(), challenge.nonce(), proof));
    }

    public Member login() {
        token = tryToken(challenge()).as(TokenGranted.class).token();
        return this;
    }

    public Member withoutToken() {
        token = "";
        return this;
    }

    public Attachment upload(String fileName, byte[] content) {
        BlobStored stored = tryUpload(fileName, content).as(BlobStored.class);
        return new Attachment(stored.blob(), fileName, FileType.ofName(fileName).orElseThrow(), stored.bytes());
    }

    public Reply tryUpload(String fileName, byte[] content) {
        return send(request("/api/v1/blobs?name=" + fileName).post(RequestBody.create(content)));
    }

    public String ask(String question) {
        return ask(new TaskInput.Chat(Language.EN, question, List.of(), List.of()));
    }

    public String ask(TaskInput input) {
        Reply reply = tryAsk(input);
        if (reply.status() != 202) {
            throw new AssertionError(reply);
        }
        return reply.as(JobAccepted.class).job();
    }

    public Reply tryAsk(TaskInput input) {
        return post("/api/v1/jobs", new JobRequest(input));
    }

    public Reply tryAsk(TaskInput input, String idempotencyKey) {
        return send(request("/api/v1/jobs")
                .header("Idempotency-Key", idempotencyKey)
                .post(RequestBody.create(JsonCodec.encode(new JobRequest(input)))));
    }

    public JobStatus status(String job) {
        return get("/api/v1/jobs/" + job).as(JobStatus.class);
    }

    public NetworkSummary network() {
        return get("/api/v1/network").as(NetworkSummary.class);
    }

    public Reply cancel(String job) {
        return send(request("/api/v1/jobs/" + job).delete());
    }

    public EventReader follow(String job, long after) {
        Request request = request("/api/v1/jobs/" + job + "/events")
                .header("Last-Event-ID", Long.toString(after))
                .build();
        return EventReader.open(request);
    }

    public Reply get(String path) {
        return send(request(path));
    }

    public Reply put(String path, Object body) {
        return send(request(path).put(RequestBody.create(JsonCodec.encode(body))));
    }

    public Reply patch(String path, Object body) {
        return send(request(path).patch(RequestBody.create(JsonCodec.encode(body))));
    }

    public Reply delete(String path) {
        return send(request(path).delete());
    }

    public Reply delete(String path, Object body) {
        return send(request(path).delete(RequestBody.create(JsonCodec.encode(body))));
    }

    /** Another program that has this token of the member's. */
    public Member bearing(String otherToken) {
        Member program = new Member(address, key, name);
        program.token = otherToken;
        return program;
    }

    public Reply post(String path, Object body) {
        return send(request(path).post(RequestBody.create(JsonCodec.encode(body))));
    }

    public Request.Builder request(String path) {
        Request.Builder request = new Request.Builder().url(address.get() + path);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public static Reply send(Request.Builder request) {
        try (Response response = HTTP.newCall(request.build()).execute()) {
            return new Reply(
                    response.code(),
                    response.header("Content-Type", ""),
                    response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
