/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models this worker hosts or is about to. Only manifests that the network's key signed come in. Thread-safe. */
final class HostedModels {

    private static final Logger LOG = LoggerFactory.getLogger(HostedModels.class);

    private final VerifyingKey networkKey;
    private final long memoryBytes;
    private final ModelLoading loading;
    /** In the order of their last use, by a task or an order, so that the one that nobody has wanted for longest comes first. */
    private final Map<String, Hosting> hostings = new LinkedHashMap<>(16, 0.75f, true);

    private final Set<Hosting> leaving = new HashSet<>();

    /** @param memoryBytes what all hosted models together may take */
    HostedModels(VerifyingKey networkKey, long memoryBytes, ModelLoading loading) {
        this.networkKey = networkKey;
        this.memoryBytes = memoryBytes;
        this.loading = loading;
    }

    /** Follows an order, or declines it. */
    synchronized void assign(ToWorker.Assign order, Outbox outbox) {
        ModelManifest manifest;
        try {
            manifest = order.model().verify(networkKey);
        } catch (WireException e) {
            LOG.warn("declined an assignment: {}", e.getMessage());
            decline(order, outbox, ProblemCode.PROOF_INVALID, "the manifest is not signed by this network");
            return;
        }
        Hosting known = hostings.get(manifest.id());
        if (known != null && known.manifest().equals(manifest)) {
            known.reorder(order.epoch(), outbox);
            return;
        }
        giveUpLeftovers(manifest, outbox);
        if (memoryWith(manifest) > memoryBytes) {
            decline(order, outbox, ProblemCode.MODEL_MISSING, "not enough memory for the model here");
        } else {
            replace(known, new Hosting(manifest, order.epoch(), outbox));
        }
    }

    /** What an earlier session ordered goes as far as this one needs the room, the least recently used first. */
    private void giveUpLeftovers(ModelManifest wanted, Outbox outbox) {
        for (Hosting hosting : List.copyOf(hostings.values())) {
            if (memoryWith(wanted) > memoryBytes && !hosting.isOrderedBy(outbox)) {
                leave(hosting);
            }
        }
    }

    /** Hosts a model no longer: what runs is finished, what comes is refused, then its memory is given back. */
    synchronized void release(ToWorker.Release order) {
        Hosting hosting = hostings.get(order.model());
        if (hosting != null && hosting.epoch() <= order.epoch()) {
            leave(hosting);
        }
    }

    private void leave(Hosting hosting) {
        hostings.remove(hosting.manifest().id(), hosting);
        leaving.add(hosting);
        hosting.retire();
    }

    private long memoryWith(ModelManifest added) {
        return added.memoryBytes()
                + hostings.values().stream()
                        .map(Hosting::manifest)
                        .filter(manifest -> !manifest.id().equals(added.id()))
                        .mapToLong(ModelManifest::memoryBytes)
                        .sum();
    }

    private static void decline(ToWorker.Assign order, Outbox outbox, ProblemCode code, String detail) {
        outbox.send(new FromWorker.AssignmentDeclined(order.epoch(), Problem.of(code, detail)));
    }

    private void replace(@Nullable Hosting old, Hosting fresh) {
        if (old != null) {
            leave(old);
        }
        long taken = memoryWith(fresh.manifest()) + memoryOfLeaving();
        hostings.put(fresh.manifest().id(), fresh);
        CompletableFuture<?> room =
                taken <= memoryBytes ? CompletableFuture.completedFuture(null) : CompletableFuture.allOf(leavingGone());
        var unused = room.thenRun(() -> loading.begin(fresh, () -> forget(fresh)));
    }

    private long memoryOfLeaving() {
        leaving.removeIf(hosting -> hosting.gone().isDone());
        return leaving.stream()
                .mapToLong(hosting -> hosting.manifest().memoryBytes())
                .sum();
    }

    private CompletableFuture<?>[] leavingGone() {
        return leaving.stream().map(Hosting::gone).toArray(CompletableFuture<?>[]::new);
    }

    /** A model that did not load may be ordered again. */
    private synchronized void forget(Hosting failed) {
        hostings.remove(failed.manifest().id(), failed);
    }

    /** A model, begun to be used; empty if it is not ready here. */
    synchronized Optional<HostedModel> use(String model) {
        return Optional.ofNullable(hostings.get(model)).flatMap(Hosting::use);
    }

    /** Tasks that a model answers side by side; 1 where it is not ready here. */
    synchronized int atOnce(String model) {
        Hosting hosting = hostings.get(model);
        return hosting == null ? 1 : hosting.atOnce();
    }

    /** A task found the model broken: it is hosted no longer, so that the next order loads it anew. */
    synchronized void dismiss(String model, HostedModel broken) {
        Hosting hosting = hostings.get(model);
        if (hosting != null && hosting.hosts(broken)) {
            LOG.warn("model {} does not work and is closed", model);
            leave(hosting);
        }
    }

    /** Ends loading and closes every model that no task uses; false if one was still loading. */
    boolean close() {
        boolean ended = loading.close();
        synchronized (this) {
            hostings.values().forEach(Hosting::retire);
            hostings.clear();
        }
        return ended;
    }
}
