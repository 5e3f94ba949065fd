/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.computer.Computer;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.policy.PolicyFiles;
import com.noragentia.helios.worker.policy.WorkerState;
import com.noragentia.helios.worker.runtime.generation.CoreShare;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The worker as a process: lives until it is asked to end (SIGTERM, Ctrl-C, the end of its parent), and then ends in good order. Tasks
 * are over before the Java machine shuts down, for from then on the native libraries are not to be trusted.
 */
final class WorkerLife implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ModelLoader loader;
    private final WorkerAgent agent;
    private final Steward steward;
    private final Consumer<WorkerReport> reports;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** @param isSupervised whether the program that started it is Helios too, and a person's computer likely */
    WorkerLife(
            Worksite site,
            WorkerParts parts,
            DataFolder folder,
            Consumer<WorkerReport> reports,
            boolean isSupervised,
            Map<String, String> environment)
            throws IOException, ModelFailure {
        this.reports = reports;
        this.loader = parts.loader(folder);
        this.agent = new WorkerAgent(
                site, parts.files(folder, site), loader, reports, Clock.systemUTC(), new SecureRandom());
        this.steward = new Steward(
                new PolicyFiles(folder),
                UsualPolicy.of(isSupervised, environment),
                Computer.ofThisProcess(folder.root(), isSupervised, environment),
                agent::tasks,
                this::heed,
                CoreShare::allow,
                Clock.system(ZoneId.systemDefault()));
    }

    private void heed(WorkerState state) {
        WorkerReport.Policy report = new WorkerReport.Policy(state);
        reports.accept(report);
        agent.heed(state);
        if (report.isQuitting()) {
            steward.wishIsFulfilled();
            end();
        }
    }

    /** Works until {@link #end}, or a signal that means the same. */
    void live() throws IOException, InterruptedException {
        EndSignals.heed(this::end);
        steward.glance();
        steward.begin();
        Thread.ofPlatform().daemon().name("agent").start(this::work);
        try {
            over.get();
        } catch (ExecutionException e) {
            throw new IOException("the worker failed", e.getCause());
        }
    }

    private void work() {
        try {
            agent.run();
            over.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            over.completeExceptionally(e);
        }
    }

    /** Asks for the end; may come from any thread, more than once. */
    void end() {
        over.complete(null);
    }

    /** Ends all work. What cannot be ended ends with the process, which then must not close libraries that are in use. */
    @Override
    public void close() {
        steward.close();
        if (agent.stop(GRACE)) {
            loader.close();
        } else {
            Runtime.getRuntime().halt(0);
        }
    }
}
