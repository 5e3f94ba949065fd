/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.WireException;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.Comparator;
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

    private final ModelLoading.Landlord rules = new ModelLoading.Landlord() {
        @Override
        public boolean settles(Hosting loaded) {
            return HostedModels.this.settles(loaded);
        }

        @Override
        public void forget(Hosting failed) {
            HostedModels.this.forget(failed);
        }
    };

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
        Optional<ModelFailure> unfit = loading.unfit(manifest);
        if (unfit.isPresent()) {
            loading.tellDeclined(manifest, unfit.get());
            decline(order, outbox, ProblemCode.MODEL_MISSING, "nothing on this computer runs such a model");
        } else if (!makeRoom(manifest.id(), manifest.memoryBytes(), outbox)) {
            loading.tellDeclined(manifest, NoRoom.before(manifest, memoryBytes));
            decline(order, outbox, ProblemCode.MEMORY_LACKING, "not enough memory for the model here");
        } else {
            replace(known, new Hosting(manifest, order.epoch(), outbox));
        }
    }

    /**
     * Makes room for a model by unloading others, as far as needed: none that answers, the least recently used first, those of an earlier
     * session before those of this one. None at all where even that would not do.
     */
    private boolean makeRoom(String model, long bytes, Outbox session) {
        List<Hosting> dispensable = dispensable(model, session);
        long freed = dispensable.stream().mapToLong(Hosting::memoryBytes).sum();
        if (bytes + memoryBeside(model) - freed > memoryBytes) {
            return false;
        }
        for (Hosting hosting : dispensable) {
            if (bytes + memoryBeside(model) > memoryBytes) {
                giveUp(hosting, session);
            }
        }
        return bytes + memoryBeside(model) <= memoryBytes;
    }

    /** Of earlier sessions, last, also those that still answer one: they go when that is said. */
    private List<Hosting> dispensable(String model, Outbox session) {
        return hostings.values().stream()
                .filter(hosting -> !hosting.manifest().id().equals(model))
                .filter(hosting -> !hosting.isOrderedBy(session) || hosting.isIdle())
                .sorted(Comparator.comparing((Hosting hosting) -> hosting.isBusy())
                        .thenComparing(hosting -> hosting.isOrderedBy(session)))
                .toList();
    }

    private void giveUp(Hosting hosting, Outbox session) {
        if (!hosting.isOrderedBy(session)) {
            leave(hosting);
        } else if (hosting.retireIfIdle()) {
            hostings.remove(hosting.manifest().id(), hosting);
            leaving.add(hosting);
            LOG.info("{} is unloaded for want of memory", hosting.manifest().id());
            hosting.declined(Problem.of(ProblemCode.MEMORY_LACKING, "another model needed the memory"));
        }
    }

    /** A model is in memory: whether it may stay, if need be without others, now that it is known what it takes. */
    private synchronized boolean settles(Hosting loaded) {
        boolean isCurrent = loaded.equals(hostings.get(loaded.manifest().id()));
        return !isCurrent || makeRoom(loaded.manifest().id(), loaded.memoryBytes(), loaded.session());
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

    private long memoryBeside(String model) {
        return hostings.values().stream()
                .filter(hosting -> !hosting.manifest().id().equals(model))
                .mapToLong(Hosting::memoryBytes)
                .sum();
    }

    private static void decline(ToWorker.Assign order, Outbox outbox, ProblemCode code, String detail) {
        outbox.send(new FromWorker.AssignmentDeclined(order.epoch(), Problem.of(code, detail)));
    }

    private void replace(@Nullable Hosting old, Hosting fresh) {
        if (old != null) {
            leave(old);
        }
        long taken = fresh.memoryBytes() + memoryBeside(fresh.manifest().id()) + memoryOfLeaving();
        hostings.put(fresh.manifest().id(), fresh);
        CompletableFuture<?> room =
                taken <= memoryBytes ? CompletableFuture.completedFuture(null) : CompletableFuture.allOf(leavingGone());
        var unused = room.thenRun(() -> loading.begin(fresh, rules));
    }

    private long memoryOfLeaving() {
        leaving.removeIf(hosting -> hosting.gone().isDone());
        return leaving.stream().mapToLong(Hosting::memoryBytes).sum();
    }

    private CompletableFuture<?>[] leavingGone() {
        return leaving.stream().map(Hosting::gone).toArray(CompletableFuture<?>[]::new);
    }

    /** A model that did not load, or may not stay, may be ordered again. */
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

    /** Hosts nothing any more: gives the memory back as soon as nothing uses it, and may be told to host again. */
    synchronized void unload() {
        List.copyOf(hostings.values()).forEach(this::leave);
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
