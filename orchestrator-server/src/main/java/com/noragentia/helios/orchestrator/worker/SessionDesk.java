/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.OnlineWorker;
import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.placement.Host;
import com.noragentia.helios.orchestrator.placement.Move;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens sessions, at most one a device, and knows those that are open. Thread-safe. */
final class SessionDesk {

    /** What workers may say to this orchestrator beyond the first version of the protocol. */
    private static final List<String> FEATURES =
            List.of(ToWorker.Welcome.RECEIPTS, ToWorker.Welcome.BEGUN_ANEW, ToWorker.Welcome.SERVING);

    private final String server;
    private final KnownDevices devices;
    private final ModelOffer offer;
    private final SessionParts parts;
    private final ProofChecks proofs = new ProofChecks(Runtime.getRuntime().availableProcessors());
    private final Map<String, WorkerSession> byDevice = new ConcurrentHashMap<>();

    SessionDesk(String server, KnownDevices devices, ModelOffer offer, SessionParts parts) {
        this.server = server;
        this.devices = devices;
        this.offer = offer;
        this.parts = parts;
    }

    String server() {
        return server;
    }

    String newNonce() {
        return parts.secrets().token();
    }

    Instant now() {
        return parts.clock().instant();
    }

    ProofChecks proofs() {
        return proofs;
    }

    Optional<KnownDevice> find(String device) {
        return devices.find(device);
    }

    /** Welcomes a proven worker and tells it what to host. An earlier session of the device is closed. */
    WorkerSession open(WorkerSocket socket, KnownDevice device, WorkerFacts facts) throws Breach {
        if (!parts.buckets().tryTake(RateLimit.SESSIONS_PER_DEVICE, device.id())) {
            throw new Breach("this device opens sessions too often");
        }
        Holder holder = new Holder(
                device.id(), device.member(), device.name(), parts.secrets().id());
        Assignments assignments = new Assignments(socket, holder, parts);
        MessageAllowance allowance = new MessageAllowance(parts.buckets(), device.id());
        ReceiptTalk receipts = new ReceiptTalk(socket, device, parts.receipts(), proofs);
        WorkerSession session = new WorkerSession(
                socket, holder, assignments, parts.leases(), this, allowance, facts.memoryBytes(), receipts);
        socket.allow(Limit.WORKER_MESSAGE_BYTES);
        parts.sightings().seen(device.member(), socket.address());
        socket.send(new ToWorker.Welcome(holder.session(), FEATURES));
        SocketLink link = new SocketLink(socket, parts.links(), assignments, parts.courier(), parts.later());
        takeOver(session, OnlineWorker.arrived(holder, link), facts.memoryBytes())
                .ifPresent(WorkerSession::giveWay);
        // Who was revoked between the proof and here has been dismissed before there was a session.
        if (devices.find(device.id()).isEmpty()) {
            session.dismiss();
        }
        return session;
    }

    /**
     * One opening after the other: the newest session here must be the newest in the roster, and who joins must see what those before were
     * told to host.
     */
    private synchronized Optional<WorkerSession> takeOver(
            WorkerSession session, OnlineWorker worker, long memoryBytes) {
        parts.leases().arrived(worker);
        Optional<WorkerSession> earlier = Optional.ofNullable(byDevice.put(session.device(), session));
        offer.joining(session.device(), memoryBytes, () -> othersThan(session)).forEach(session.assignments()::assign);
        return earlier;
    }

    private List<Host> othersThan(WorkerSession session) {
        return hosts().stream()
                .filter(host -> !host.device().equals(session.device()))
                .toList();
    }

    /** The workers that take tasks, and what they were told to host. */
    List<Host> hosts() {
        return byDevice.values().stream()
                .flatMap(session -> session.host().stream())
                .toList();
    }

    /** Makes a worker host something else. Does nothing for one that has gone. Its order is of the offer that {@link #takeUpOffer} last saw, or newer. */
    synchronized void move(Move move) {
        Optional.ofNullable(byDevice.get(move.device()))
                .map(WorkerSession::assignments)
                .ifPresent(assignments -> {
                    move.release().forEach(assignments::release);
                    assignments.assign(offer.order(move.host()));
                });
    }

    /** The offer has changed: whoever hosts a model that has other files now is told to host those. */
    synchronized void takeUpOffer() {
        byDevice.values().forEach(session -> session.assignments().takeUp(offer::find));
    }

    /** Gives up on probes that are late, and orders anew what failed one. */
    void tendProbes() {
        byDevice.values().forEach(session -> session.assignments().tend());
    }

    void dismiss(String device) {
        Optional.ofNullable(byDevice.get(device)).ifPresent(WorkerSession::dismiss);
    }

    /** Hands out receipts under a new checkpoint. */
    void tendReceipts() {
        byDevice.values().forEach(session -> session.receipts().tend());
    }

    void closed(WorkerSession session, String device) {
        byDevice.remove(device, session);
    }

    /** Tells every worker that the orchestrator is about to stop, and lets go of it. */
    void drain() {
        byDevice.values().forEach(WorkerSession::drain);
    }
}
