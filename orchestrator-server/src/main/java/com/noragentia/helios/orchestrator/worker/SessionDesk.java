/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.orchestrator.dispatch.OnlineWorker;
import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens sessions, at most one a device, and knows those that are open. Thread-safe. */
final class SessionDesk {

    private final String server;
    private final KnownDevices devices;
    private final ModelOffer offer;
    private final FileLinks links;
    private final LeaseDesk leases;
    private final Secrets secrets;
    private final TokenBuckets buckets;
    private final Clock clock;
    private final Epochs epochs;
    private final ProofChecks proofs = new ProofChecks(Runtime.getRuntime().availableProcessors());
    private final Map<String, WorkerSession> byDevice = new ConcurrentHashMap<>();

    SessionDesk(
            String server,
            KnownDevices devices,
            ModelOffer offer,
            FileLinks links,
            LeaseDesk leases,
            Secrets secrets,
            TokenBuckets buckets,
            Clock clock) {
        this.server = server;
        this.devices = devices;
        this.offer = offer;
        this.links = links;
        this.leases = leases;
        this.secrets = secrets;
        this.buckets = buckets;
        this.clock = clock;
        this.epochs = new Epochs(clock);
    }

    String server() {
        return server;
    }

    String newNonce() {
        return secrets.token();
    }

    Instant now() {
        return clock.instant();
    }

    ProofChecks proofs() {
        return proofs;
    }

    Optional<KnownDevice> find(String device) {
        return devices.find(device);
    }

    /** Welcomes a proven worker and tells it what to host. An earlier session of the device is closed. */
    WorkerSession open(WorkerSocket socket, KnownDevice device, WorkerFacts facts) throws Breach {
        if (!buckets.tryTake(RateLimit.SESSIONS_PER_DEVICE, device.id())) {
            throw new Breach("this device opens sessions too often");
        }
        Holder holder = new Holder(device.id(), device.member(), device.name(), secrets.id());
        Assignments assignments = new Assignments(socket, holder, leases, epochs);
        WorkerSession session = new WorkerSession(
                socket, holder, assignments, leases, this, new MessageAllowance(buckets, device.id()));
        socket.allow(Limit.WORKER_MESSAGE_BYTES);
        socket.send(new ToWorker.Welcome(holder.session()));
        takeOver(session, OnlineWorker.arrived(holder, new SocketLink(socket, links, assignments)))
                .ifPresent(WorkerSession::giveWay);
        offer.fitting(facts.memoryBytes()).forEach(assignments::assign);
        return session;
    }

    /** The newest session here is the newest in the roster: were two openings to cross, the roster would keep one that is closed. */
    private synchronized Optional<WorkerSession> takeOver(WorkerSession session, OnlineWorker worker) {
        leases.arrived(worker);
        return Optional.ofNullable(byDevice.put(worker.holder().device(), session));
    }

    void closed(WorkerSession session, String device) {
        byDevice.remove(device, session);
    }

    /** Tells every worker that the orchestrator is about to stop, and lets go of it. */
    void drain() {
        byDevice.values().forEach(WorkerSession::drain);
    }
}
