/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.model.Transfer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings models into memory, two at a time and the smallest first, so that something can be answered soon. Thread-safe. */
final class ModelLoading {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLoading.class);
    private static final int SIDE_BY_SIDE = 2;
    private static final long CLOSE_SECONDS = 5;

    private final ModelFiles files;
    private final ModelLoader loader;
    private final Consumer<WorkerReport> reports;
    private final ThreadPoolExecutor threads;

    ModelLoading(ModelFiles files, ModelLoader loader, Consumer<WorkerReport> reports) {
        this.files = files;
        this.loader = loader;
        this.reports = reports;
        this.threads = new ThreadPoolExecutor(
                SIDE_BY_SIDE,
                SIDE_BY_SIDE,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("model-loading-", 1).factory());
    }

    /** Queues the loading of a model; {@code failed} runs if nothing comes of it. */
    void begin(Hosting hosting, Runnable failed) {
        threads.execute(new Turn(hosting, failed));
    }

    private final class Turn implements Runnable, Comparable<Turn> {

        private final Hosting hosting;
        private final Runnable failed;
        private final long bytes;

        Turn(Hosting hosting, Runnable failed) {
            this.hosting = hosting;
            this.failed = failed;
            this.bytes = hosting.manifest().files().stream()
                    .mapToLong(ModelFile::bytes)
                    .sum();
        }

        @Override
        public int compareTo(Turn other) {
            return Long.compare(bytes, other.bytes);
        }

        @Override
        public void run() {
            load(hosting, failed);
        }
    }

    private void load(Hosting hosting, Runnable failed) {
        ModelManifest manifest = hosting.manifest();
        if (hosting.isRetired()) {
            hosting.neverLoaded();
            return;
        }
        reports.accept(new WorkerReport.Loading(manifest.id()));
        try {
            HostedModel model = new HostedModel(loaded(hosting));
            var unused = model.closed().thenRun(() -> files.release(manifest));
            hosting.ready(model);
            reports.accept(new WorkerReport.Ready(manifest.id(), manifest.experts()));
        } catch (ModelFailure e) {
            decline(hosting, failed, e.getMessage() == null ? "ModelFailure" : e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // Native libraries fail in many ways; none of them may end the worker.
            decline(hosting, failed, e.getClass().getSimpleName(), e);
        }
    }

    private LoadedModel loaded(Hosting hosting) throws ModelFailure, InterruptedException {
        ModelManifest manifest = hosting.manifest();
        Map<String, Path> fetched = files.fetch(manifest, transfer -> {
            hosting.loading(transfer.fraction());
            tell(transfer);
        });
        boolean isLoaded = false;
        try {
            LoadedModel model = loader.load(manifest, fetched);
            isLoaded = true;
            return model;
        } finally {
            if (!isLoaded) {
                files.release(manifest);
            }
        }
    }

    private void tell(Transfer transfer) {
        reports.accept(new WorkerReport.Fetching(
                transfer.model(),
                transfer.file(),
                transfer.doneBytes(),
                transfer.totalBytes(),
                transfer.bytesPerSecond()));
    }

    private void decline(Hosting hosting, Runnable failed, String reason, Throwable cause) {
        LOG.warn("model {} does not load", hosting.manifest().id(), cause);
        failed.run();
        hosting.neverLoaded();
        hosting.declined(Problem.of(ProblemCode.MODEL_MISSING, "the model does not load on this computer"));
        reports.accept(new WorkerReport.Declined(hosting.manifest().id(), reason));
    }

    /** Waits a little for what is being loaded, since a library must not be closed under a loading thread; false if one is still at it. */
    boolean close() {
        threads.shutdownNow();
        try {
            boolean ended = threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                LOG.warn("a model is still loading while the worker stops");
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
