/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.Backoff;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.task.Attachment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.sse.EventSources;

/** The network over HTTP, with the device's key as the login. Thread-safe. */
public final class OrchestratorClient implements NetworkClient {

    private static final Duration PATIENCE_WITH_EVENTS = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_SUBMISSION = Duration.ofSeconds(20);
    private static final String QUALIFICATION = "api/v1/me/qualification";
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final OkHttpClient http;
    private final MemberCalls calls;
    private final Clock clock;
    private final RandomGenerator random;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param address the orchestrator's
     * @param tokenFile where the access token is kept between processes
     * @param random for the keys of submissions, hence hard to guess, and for waits
     */
    public OrchestratorClient(URI address, Login login, Path tokenFile, Clock clock, RandomGenerator random) {
        this.http = HttpClients.of(address);
        OrchestratorCalls open = new OrchestratorCalls(http, address);
        this.calls = new MemberCalls(open, new Tokens(open, login, tokenFile, clock));
        this.clock = clock;
        this.random = random;
    }

    @Override
    public NetworkSummary summary() {
        return calls.call(calls.request("api/v1/network"), NetworkSummary.class);
    }

    @Override
    public Attachment upload(Path file) {
        UploadCandidate candidate = UploadCandidate.of(file);
        HttpUrl url = calls.open()
                .url("api/v1/blobs")
                .newBuilder()
                .addQueryParameter("name", candidate.name())
                .build();
        RequestBody content =
                RequestBody.create(file.toFile(), MediaType.get(candidate.type().mediaType()));
        BlobStored stored = calls.call(new Request.Builder().url(url).post(content), BlobStored.class);
        return new Attachment(stored.blob(), candidate.name(), candidate.type(), stored.bytes());
    }

    /** The key tells the orchestrator a repetition from a second question, so that a lost answer may be asked for again. */
    @Override
    public String submit(JobRequest request) {
        String key = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        Persistence persistence = persistence(PATIENCE_WITH_SUBMISSION);
        while (true) {
            try {
                return calls.call(
                                calls.request("api/v1/jobs")
                                        .header("Idempotency-Key", key)
                                        .post(OrchestratorCalls.json(request)),
                                JobAccepted.class)
                        .job();
            } catch (ProblemException e) {
                if (!Persistence.passes(e.problem())) {
                    throw e;
                }
                pause(persistence, e);
            }
        }
    }

    private static void pause(Persistence persistence, ProblemException last) {
        try {
            persistence.pause(last.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.JOB_CANCELLED, "interrupted while asking");
        }
    }

    @Override
    public void follow(String job, Consumer<JobEvent> listener) throws InterruptedException {
        new EventFeed(calls, EventSources.createFactory(http), persistence(PATIENCE_WITH_EVENTS), job, listener)
                .follow();
    }

    @Override
    public JobStatus status(String job) {
        return calls.call(calls.request("api/v1/jobs/" + job), JobStatus.class);
    }

    @Override
    public void cancel(String job) {
        calls.call(calls.request("api/v1/jobs/" + job).delete());
    }

    @Override
    public StandingReport standing() {
        return calls.call(calls.request("api/v1/me/standing"), StandingReport.class);
    }

    @Override
    public QualificationStatus qualify() {
        return calls.call(
                calls.request(QUALIFICATION).post(OrchestratorCalls.json(Map.of())), QualificationStatus.class);
    }

    @Override
    public QualificationStatus qualification() {
        return calls.call(calls.request(QUALIFICATION), QualificationStatus.class);
    }

    private Persistence persistence(Duration patience) {
        return new Persistence(clock, patience, new Backoff(FIRST_RETRY, LONGEST_RETRY, random), closed);
    }

    @Override
    public void close() {
        closed.countDown();
        HttpClients.close(http);
    }
}
