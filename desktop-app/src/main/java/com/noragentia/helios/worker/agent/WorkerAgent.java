/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.connection.Backoff;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.TlsExporter;
import com.noragentia.helios.connection.WatchedWebSocket;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.policy.Serves;
import com.noragentia.helios.worker.policy.WorkerState;
import com.noragentia.helios.worker.receipt.ReceiptBook;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker at work: keeps a session with the orchestrator, over as many connections as it takes, until it is told to stop. Tasks run on
 * while no connection is there. {@link #run} belongs to one thread; {@link #stop} may come from any.
 */
public final class WorkerAgent {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerAgent.class);

    private static final Duration PING = Duration.ofSeconds(20);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final Worksite site;
    private final Consumer<WorkerReport> reports;
    private final OkHttpClient http;
    private final TlsExporter exporter = TlsExporter.ofThisJava();
    private final Backoff backoff;
    private final HostedModels models;
    private final LeaseTable leases;
    private final TaskRunner runner;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease-sweep").factory());
    private final WorkerDesk desk;
    private final Attendance attendance = new Attendance();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable WorkerSession session;

    /**
     * Opens what this computer keeps.
     *
     * @param random for the waits between connections
     * @throws IOException if the receipts cannot be read
     */
    public WorkerAgent(
            Worksite site,
            ModelFiles files,
            ModelLoader loader,
            Consumer<WorkerReport> reports,
            Clock clock,
            RandomGenerator random)
            throws IOException {
        URI orchestrator = site.membership().orchestrator();
        this.site = site;
        this.reports = reports;
        this.http = HttpClients.of(orchestrator).newBuilder().pingInterval(PING).build();
        this.backoff = backoff(orchestrator, random);
        this.models = new HostedModels(
                site.membership().verifyingKey(), site.facts().memoryBytes(), new ModelLoading(files, loader, reports));
        this.leases = new LeaseTable(clock);
        ReceiptBook receipts = new ReceiptBook(
                site.receipts(), site.membership().verifyingKey(), site.device().key(), clock);
        this.runner = new TaskRunner(
                new TaskExecution(models, new AttachmentFetcher(http, orchestrator), site.temporary()),
                leases,
                reports,
                receipts::answered,
                clock);
        this.desk = new WorkerDesk(models, leases, runner, new ReceiptVoice(receipts, reports), attendance);
    }

    /** On this very computer nobody is overrun by a worker that comes back at once. */
    private static Backoff backoff(URI orchestrator, RandomGenerator random) {
        return HttpClients.isLoopback(orchestrator)
                ? new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), random)
                : new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), random);
    }

    /** Works until {@link #stop}. */
    public void run() throws IOException, InterruptedException {
        TaskFolder.sweep(site.temporary());
        var unused =
                timer.scheduleWithFixedDelay(leases::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        while (!isStopping()) {
            attendance.awaitWork();
            if (isStopping()) {
                return;
            }
            SessionEnd end = converse();
            reports.accept(new WorkerReport.Disconnected(isStopping() ? SessionEnd.STOPPING : end));
            LOG.info("session over: {}", end);
            if (stopping.await(waitAfter(end).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Who was replaced would replace in turn, for ever: it stands back as long as it may. */
    private Duration waitAfter(SessionEnd end) {
        if (end == SessionEnd.REPLACED) {
            LOG.warn("another worker with this device's identity has taken the place");
            return backoff.longest();
        }
        return backoff.next();
    }

    private SessionEnd converse() {
        URI orchestrator = site.membership().orchestrator();
        reports.accept(new WorkerReport.Connecting(orchestrator.toString()));
        Request request = new Request.Builder()
                .url(orchestrator.resolve("/api/v1/worker").toString())
                .build();
        WorkerSession opened = WorkerSession.open(site, desk, reports, WatchedWebSocket.by(http, exporter), request);
        session = opened;
        if (isStopping() || attendance.isResting()) {
            opened.close();
        }
        SessionEnd end = opened.awaitEnd();
        desk.silence(opened);
        if (opened.wasWelcome()) {
            backoff.reset();
        }
        return end;
    }

    /** Tasks in hand. */
    public int tasks() {
        return runner.inHand();
    }

    /**
     * Does as the policy says, from now on: what is running of others' is handed back where they are served no longer, everything where it pauses,
     * which also ends the connection and gives the models' memory back. Returns at once. One caller at a time.
     */
    public void heed(WorkerState state) {
        boolean isPause = state instanceof WorkerState.Paused;
        attendance.set(state.serves(), isPause);
        WorkerSession now = session;
        switch (state.serves()) {
            case EVERYBODY, OWN -> {
                boolean ownOnly = state.serves() == Serves.OWN;
                if (now != null && now.isDraining() && (!ownOnly || now.understands(ToWorker.Welcome.SERVING))) {
                    now.close(); // who drains takes tasks again in the next session only
                } else if (now != null) {
                    now.serve(ownOnly);
                }
                if (ownOnly) { // after that was said, lest they come straight back
                    runner.handBack(HeldLease::isForOthers);
                }
            }
            case NOBODY -> {
                if (now != null) {
                    now.drain();
                }
            }
        }
        if (isPause) {
            rest(now);
        }
    }

    private void rest(@Nullable WorkerSession last) {
        runner.handBack(lease -> !lease.hasEnded());
        if (last != null) {
            last.close();
        }
        models.unload();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /**
     * Takes no more tasks, waits for those that run, says goodbye and gives the models' memory back.
     *
     * @param grace how long tasks may still run
     * @return whether everything ended in good order; if not, models are still in use, and only the end of the process frees them
     */
    public boolean stop(Duration grace) {
        reports.accept(new WorkerReport.Stopping());
        LOG.info("stopping");
        stopping.countDown();
        attendance.end();
        timer.shutdownNow();
        WorkerSession last = session;
        if (last != null) {
            last.drain();
        }
        boolean idle = runner.finish(grace);
        if (last != null) {
            last.close();
            last.ended()
                    .completeOnTimeout(SessionEnd.STOPPING, GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        boolean unused = idle && models.close();
        HttpClients.close(http);
        return unused;
    }
}
