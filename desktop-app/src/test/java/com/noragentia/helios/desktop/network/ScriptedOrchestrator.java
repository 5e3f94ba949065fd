/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import static com.noragentia.helios.desktop.network.ScriptedReplies.done;
import static com.noragentia.helios.desktop.network.ScriptedReplies.json;
import static com.noragentia.helios.desktop.network.ScriptedReplies.problem;
import static com.noragentia.helios.desktop.network.ScriptedReplies.read;

import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A real HTTP server that keeps the orchestrator's side of the contract: proofs are verified, tokens counted, events resumed. */
public final class ScriptedOrchestrator implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final VerifyingKey device;
    private final AtomicInteger tokens = new AtomicInteger();
    private final ConcurrentMap<String, String> jobsByKey = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Record> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<JobRequest> asked = new CopyOnWriteArrayList<>();
    private final List<JobEvent> events = new CopyOnWriteArrayList<>();
    /** What to do with the coming requests instead of answering them. */
    private final Deque<SocketEffect> accidents = new ArrayDeque<>();

    private final Deque<MockResponse> refusals = new ArrayDeque<>();
    private volatile boolean cutsInMidEvent;
    private volatile UnaryOperator<String> dialect = UnaryOperator.identity();
    private volatile int eventsPerConnection = Integer.MAX_VALUE;

    public ScriptedOrchestrator(VerifyingKey device) throws IOException {
        this.device = device;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answer(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public SigningKey key() {
        return key;
    }

    /** The whole story of every job. */
    public ScriptedOrchestrator tells(JobEvent... story) {
        events.addAll(List.of(story));
        return this;
    }

    /** Says another word than this version does. */
    public ScriptedOrchestrator says(String word, String insteadOf) {
        dialect = json -> json.replace('"' + insteadOf + '"', '"' + word + '"');
        return this;
    }

    /** Cuts each stream after so many events. */
    public ScriptedOrchestrator cutsAfter(int count) {
        eventsPerConnection = count;
        return this;
    }

    /** Each cut leaves half an event behind. */
    public ScriptedOrchestrator cutsInMidEvent() {
        cutsInMidEvent = true;
        return this;
    }

    /** One of the next jobs is not taken. */
    public synchronized void refusesNextJob(ProblemCode code, Map<String, String> values, String retryAfter) {
        refusals.add(json(code.status(), new Problem(code, "scripted", values))
                .newBuilder()
                .setHeader("Retry-After", retryAfter)
                .build());
    }

    /** The next job is taken, but its answer is lost. */
    public synchronized ScriptedOrchestrator losesAnswerOfNextJob() {
        accidents.add(new SocketEffect.CloseSocket());
        return this;
    }

    /** From now on the tokens given so far are worth nothing. */
    public void forgetsTokens() {
        tokens.incrementAndGet();
    }

    /** What is there at a path. */
    public void answersGet(String path, Record answer) {
        answers.put("GET" + path, answer);
    }

    /** What is said to whoever posts to a path. */
    public void answersPost(String path, Record answer) {
        answers.put("POST" + path, answer);
    }

    public List<RecordedRequest> requests(String pathPart) {
        return requests.stream()
                .filter(request -> request.getTarget().contains(pathPart))
                .toList();
    }

    public List<JobRequest> asked() {
        return asked;
    }

    public int jobs() {
        return jobsByKey.size();
    }

    private MockResponse answer(RecordedRequest request) {
        try {
            return switch (request.getUrl().encodedPath()) {
                case "/api/v1/challenges" ->
                    json(200, new ChallengeIssued("nonce", key.verifyingKey().fingerprint(), Instant.MAX));
                case "/api/v1/tokens" -> token(read(request, TokenRequest.class));
                default -> isLoggedIn(request) ? member(request) : problem(ProblemCode.UNAUTHENTICATED);
            };
        } catch (WireException e) {
            return problem(ProblemCode.REQUEST_INVALID);
        }
    }

    private MockResponse token(TokenRequest request) {
        byte[] expected = Proofs.token(key.verifyingKey().fingerprint(), request.nonce(), device.fingerprint());
        return device.verifies(expected, request.proof())
                ? json(
                        200,
                        new TokenGranted(
                                "token-" + tokens.incrementAndGet(),
                                Instant.now().plusSeconds(900)))
                : problem(ProblemCode.PROOF_INVALID);
    }

    private boolean isLoggedIn(RecordedRequest request) {
        return ("Bearer token-" + tokens.get()).equals(request.getHeaders().get("Authorization"));
    }

    private MockResponse member(RecordedRequest request) throws WireException {
        String path = request.getUrl().encodedPath();
        if (path.equals("/api/v1/network")) {
            return json(
                    200,
                    new NetworkSummary("1", 1, List.of(new NetworkSummary.ModelAvailability("m", Expert.CHAT, 1))));
        }
        if (path.equals("/api/v1/blobs")) {
            byte[] body = request.getBody().toByteArray();
            return json(201, new BlobStored(Sha256.hex(body), body.length));
        }
        if (path.equals("/api/v1/jobs")) {
            return accept(request);
        }
        Object own = answers.get(request.getMethod() + path);
        if (own != null) {
            return json(200, own);
        }
        if (path.endsWith("/events")) {
            return stream(request);
        }
        return request.getMethod().equals("DELETE") ? done() : problem(ProblemCode.NOT_FOUND);
    }

    private synchronized MockResponse accept(RecordedRequest request) throws WireException {
        asked.add(read(request, JobRequest.class));
        MockResponse refusal = refusals.poll();
        if (refusal != null) {
            return refusal;
        }
        String job = jobsByKey.computeIfAbsent(
                String.valueOf(request.getHeaders().get("Idempotency-Key")), k -> "job-" + jobsByKey.size());
        SocketEffect accident = accidents.poll();
        return accident == null
                ? json(202, new JobAccepted(job))
                : new MockResponse.Builder().onResponseStart(accident).build();
    }

    private MockResponse stream(RecordedRequest request) {
        String last = request.getHeaders().get("Last-Event-ID");
        int next = last == null ? 0 : Integer.parseInt(last) + 1;
        StringBuilder body = new StringBuilder(": hello\n\n");
        // The last event heard comes once more, as a careless server would send it.
        for (int i = Math.max(0, next - 1); i < events.size() && i < (long) next + eventsPerConnection; i++) {
            body.append("id: ").append(i).append('\n');
            body.append("data: ")
                    .append(dialect.apply(JsonCodec.encodeToString(events.get(i))))
                    .append("\n\n");
        }
        if (cutsInMidEvent && (long) next + eventsPerConnection < events.size()) {
            body.append("id: ").append(next + eventsPerConnection).append("\ndata: {\"type\":\"tok");
        }
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body(body.toString())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
