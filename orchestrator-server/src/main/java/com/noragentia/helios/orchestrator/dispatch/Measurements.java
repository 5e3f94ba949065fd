/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the orchestrator learns of devices by watching their leases: how fast they are, and how dependable. Not thread-safe. */
final class Measurements {

    private final Speeds speeds;
    private final Availability availability;
    /** When a device last ended a lease: what it had in hand besides began no sooner. */
    private final Map<String, Instant> lastEnd = new HashMap<>();

    Measurements(Speeds speeds, Availability availability) {
        this.speeds = speeds;
        this.availability = availability;
    }

    void read(Transaction tx, Instant now) {
        speeds.read(tx, now);
        availability.read(tx, now);
    }

    void flush(Transaction tx, Instant now) {
        speeds.flush(tx, now);
        availability.flush(tx, now);
    }

    void loaded(String device, String model, Duration load, Instant now) {
        speeds.loaded(device, model, load.toMillis(), now);
    }

    void firstPiece(Lease lease, Work work, Instant now) {
        String device = lease.holder().device();
        speeds.firstPiece(device, lease.model(), work, millis(begun(lease), now), now);
    }

    void finished(Lease lease, Work work, Instant now) {
        String device = lease.holder().device();
        lease.stored()
                .firstPieceAt()
                .filter(first -> !first.isBefore(lease.issuedAt()))
                .ifPresentOrElse(
                        first -> speeds.finished(
                                device, lease.model(), lease.stored().pieces() - 1L, millis(first, now), now),
                        () -> speeds.finishedAtOnce(device, lease.model(), work, millis(begun(lease), now), now));
        availability.good(device, now);
        lastEnd.put(device, now);
    }

    private Instant begun(Lease lease) {
        Instant other = lastEnd.getOrDefault(lease.holder().device(), lease.issuedAt());
        return other.isAfter(lease.issuedAt()) ? other : lease.issuedAt();
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    void blamed(String device, Instant now) {
        availability.blamed(device, now);
    }

    void forgiven(String device, Instant now) {
        availability.forgiven(device, now);
    }

    /** The device is gone for now. */
    void left(String device) {
        lastEnd.remove(device);
    }
}
