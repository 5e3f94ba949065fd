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
import java.util.Optional;
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

    /** Who decides which models stay. */
    interface Landlord {

        /** Whether a model that was loaded may stay, now that {@link Hosting#memoryBytes} says what it takes. */
        boolean settles(Hosting loaded);

        /** Nothing came of it. */
        void forget(Hosting failed);
    }

    /** Why nothing here could run a model, told before anything is fetched; empty where something might. */
    Optional<ModelFailure> unfit(ModelManifest manifest) {
        return loader.unfit(manifest);
    }

    /** Queues the loading of a model. */
    void begin(Hosting hosting, Landlord landlord) {
        threads.execute(new Turn(hosting, landlord));
    }

    private final class Turn implements Runnable, Comparable<Turn> {

        private final Hosting hosting;
        private final Landlord landlord;
        private final long bytes;

        Turn(Hosting hosting, Landlord landlord) {
            this.hosting = hosting;
            this.landlord = landlord;
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
            load(hosting, landlord);
        }
    }

    private void load(Hosting hosting, Landlord landlord) {
        ModelManifest manifest = hosting.manifest();
        if (hosting.isRetired()) {
            hosting.neverLoaded();
            return;
        }
        reports.accept(new WorkerReport.Loading(manifest.id()));
        try {
            HostedModel model = new HostedModel(loaded(hosting));
            var unused = model.closed().thenRun(() -> files.release(manifest));
            hosting.loaded(model);
            if (!landlord.settles(hosting)) {
                turnOut(hosting, landlord);
            } else if (hosting.ready()) {
                reports.accept(new WorkerReport.Ready(manifest.id(), manifest.experts()));
            }
        } catch (ModelFailure e) {
            decline(hosting, landlord, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // Native libraries fail in many ways; none of them may end the worker.
            decline(hosting, landlord, new ModelFailure(e.getClass().getSimpleName(), e));
        }
    }

    /** It took more than was set aside, and there is no room for that. */
    private void turnOut(Hosting hosting, Landlord landlord) {
        ModelManifest manifest = hosting.manifest();
        LOG.warn("{} takes {} bytes, for which there is no room", manifest.id(), hosting.memoryBytes());
        landlord.forget(hosting);
        hosting.retire();
        hosting.declined(
                Problem.of(ProblemCode.MEMORY_LACKING, "the model took more memory than there is for it here"));
        tellDeclined(manifest, NoRoom.after(manifest, hosting.memoryBytes()));
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

    private void decline(Hosting hosting, Landlord landlord, ModelFailure cause) {
        LOG.warn("model {} does not load", hosting.manifest().id(), cause);
        landlord.forget(hosting);
        hosting.neverLoaded();
        hosting.declined(Problem.of(
                NoRoom.isCauseOf(cause) ? ProblemCode.MEMORY_LACKING : ProblemCode.MODEL_MISSING,
                "the model does not load on this computer"));
        tellDeclined(hosting.manifest(), cause);
    }

    /** Tells the owner of this computer that a model is not hosted here, and why. */
    void tellDeclined(ModelManifest manifest, ModelFailure cause) {
        reports.accept(WorkerReport.Declined.of(manifest.id(), cause));
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
