/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One model this worker was told to host, from the order to its readiness. Reports to whoever gave the last order. Thread-safe. */
final class Hosting {

    private static final double STEP_WORTH_TELLING = 0.05;

    private final ModelManifest manifest;
    private long epoch;
    private Outbox outbox;
    private double told;
    private @Nullable HostedModel hosted;
    private boolean isReady;
    private boolean retired;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    Hosting(ModelManifest manifest, long epoch, Outbox outbox) {
        this.manifest = manifest;
        this.epoch = epoch;
        this.outbox = outbox;
        outbox.send(new FromWorker.AssignmentAccepted(epoch));
    }

    ModelManifest manifest() {
        return manifest;
    }

    /** Bytes set aside for it: by its manifest, or, once it is loaded, by what it took. */
    synchronized long memoryBytes() {
        return hosted == null ? manifest.memoryBytes() : hosted.model().memoryBytes();
    }

    /** The same order again, perhaps in a new session: answers with how far it is. */
    synchronized void reorder(long newEpoch, Outbox newOutbox) {
        epoch = newEpoch;
        outbox = newOutbox;
        outbox.send(new FromWorker.AssignmentAccepted(epoch));
        if (isReady && hosted != null) {
            outbox.send(readiness(hosted));
        }
    }

    /** {@code fraction} runs from 0 to 1; small steps are not told. */
    synchronized void loading(double fraction) {
        if (fraction - told >= STEP_WORTH_TELLING) {
            told = fraction;
            outbox.send(new FromWorker.AssignmentLoading(epoch, Math.min(1, fraction)));
        }
    }

    /** It is in memory; whether it may stay there is not decided yet. */
    synchronized void loaded(HostedModel model) {
        hosted = model;
        if (retired) {
            leave(model);
        }
    }

    /** Tasks for it may come; false if it was given up meanwhile. */
    synchronized boolean ready() {
        if (!retired && hosted != null) {
            isReady = true;
            outbox.send(readiness(hosted));
        }
        return !retired;
    }

    private FromWorker readiness(HostedModel model) {
        return new FromWorker.AssignmentReady(epoch, model.atOnce() > 1 ? model.atOnce() : null);
    }

    /** Tasks that are answered side by side with it; 1 while it is not in memory. */
    synchronized int atOnce() {
        return hosted == null ? 1 : hosted.atOnce();
    }

    synchronized void declined(Problem reason) {
        outbox.send(new FromWorker.AssignmentDeclined(epoch, reason));
    }

    /** The model, begun to be used; empty while it is not ready. The user must release it. */
    synchronized Optional<HostedModel> use() {
        return Optional.ofNullable(hosted).filter(model -> isReady).filter(HostedModel::use);
    }

    synchronized boolean hosts(HostedModel model) {
        return model.equals(hosted);
    }

    /** The worker hosts it no longer. */
    synchronized void retire() {
        retired = true;
        if (hosted != null) {
            leave(hosted);
        }
    }

    /** Whether a task uses it. */
    synchronized boolean isBusy() {
        return hosted != null && !hosted.isIdle();
    }

    /** Whether it is ready, and no task uses it. */
    synchronized boolean isIdle() {
        return isReady && !isBusy();
    }

    /** The worker hosts it no longer, if nobody uses it; false if somebody does, or it is still being loaded. */
    synchronized boolean retireIfIdle() {
        if (!isReady || retired || hosted == null || !hosted.retireIfIdle()) {
            return false;
        }
        retire();
        return true;
    }

    private void leave(HostedModel model) {
        model.retire();
        var unused = model.closed().thenRun(() -> gone.complete(null));
    }

    synchronized boolean isRetired() {
        return retired;
    }

    /** Nothing of it is or will be in memory. */
    void neverLoaded() {
        gone.complete(null);
    }

    /** Done once a retired model takes no memory any more. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** Whether this session ordered it, and not an earlier one. */
    synchronized boolean isOrderedBy(Outbox session) {
        return outbox.equals(session);
    }

    /** The session that ordered it last. */
    synchronized Outbox session() {
        return outbox;
    }

    synchronized long epoch() {
        return epoch;
    }
}
