/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.ScanProgress;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A network in memory: stores files, takes jobs, and replays to each follower the events it is told to. A cancelled job ends as on the real
 * one. Thread-safe.
 */
public final class ReplayingNetwork implements NetworkClient {

    private final List<JobRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> cancelled = new CopyOnWriteArrayList<>();
    private final Map<String, BlockingQueue<JobEvent>> events = new ConcurrentHashMap<>();
    private final Function<JobRequest, List<JobEvent>> script;
    private volatile Optional<StandingReport> standing = Optional.empty();
    private volatile int scanned = -1;
    private final AtomicInteger looks = new AtomicInteger();

    /** @param script the events that come at once for a request; more may be given by {@link #happen} */
    public ReplayingNetwork(Function<JobRequest, List<JobEvent>> script) {
        this.script = script;
    }

    /** A network where nothing happens until it is told to. */
    public static ReplayingNetwork silent() {
        return new ReplayingNetwork(request -> List.of());
    }

    public List<JobRequest> requests() {
        return requests;
    }

    public List<String> cancelled() {
        return cancelled;
    }

    /** Lets an event happen to the newest job. */
    public void happen(JobEvent... next) {
        eventsOf("job-" + requests.size()).addAll(List.of(next));
    }

    @Override
    public NetworkSummary summary() {
        return new NetworkSummary("0.1.0", 1, List.of());
    }

    @Override
    public Attachment upload(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            return new Attachment(
                    Sha256.hex(content), name, FileType.ofName(name).orElseThrow(), content.length);
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.FILE_UNREADABLE, "cannot be read");
        }
    }

    /** From now on each file has so many pages that must be read before it goes. */
    public ReplayingNetwork readsPages(int pages) {
        scanned = pages;
        return this;
    }

    @Override
    public Attachment upload(Path file, ScanProgress progress) {
        for (int page = 0; page <= scanned; page++) {
            progress.read(page, scanned);
        }
        return upload(file);
    }

    @Override
    public synchronized String submit(JobRequest request) {
        String job = "job-" + (requests.size() + 1);
        eventsOf(job).addAll(script.apply(request));
        requests.add(request);
        return job;
    }

    @Override
    public void follow(String job, Consumer<JobEvent> listener) throws InterruptedException {
        JobEvent event;
        do {
            event = eventsOf(job).take();
            listener.accept(event);
        } while (!event.isLast());
    }

    @Override
    public JobStatus status(String job) {
        return new JobStatus(
                job, JobState.QUEUED, Instant.EPOCH, 0, 2, 40_000L, true, WaitReason.WORKERS_BUSY, 1, 0, null, null);
    }

    @Override
    public void cancel(String job) {
        cancelled.add(job);
        eventsOf(job).add(new JobEvent.Cancelled());
    }

    /** From now on the member stands so. */
    public ReplayingNetwork stands(StandingReport report) {
        standing = Optional.of(report);
        return this;
    }

    /** How often somebody asked for the standing. */
    public int looks() {
        return looks.get();
    }

    @Override
    public StandingReport standing() {
        looks.incrementAndGet();
        return standing.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "an older orchestrator"));
    }

    @Override
    public QualificationStatus qualify() {
        return qualification();
    }

    @Override
    public QualificationStatus qualification() {
        throw new ProblemException(ProblemCode.NOT_FOUND, "an older orchestrator");
    }

    private BlockingQueue<JobEvent> eventsOf(String job) {
        return events.computeIfAbsent(job, id -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() {}
}
