/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the orchestrator learns of devices by watching their leases: how fast they are, and how dependable. Not thread-safe. */
final class Measurements {

    private final Speeds speeds;
    private final Availability availability;
    /** The first piece that each open lease brought itself. */
    private final Map<String, FirstPiece> firstPieces = new HashMap<>();

    private record FirstPiece(int index, Instant at) {}

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

    /** @param begun when its worker could begin; empty while another lease was before it */
    void piece(Lease lease, Work work, int index, Optional<Instant> begun, Instant now) {
        if (firstPieces.putIfAbsent(lease.id(), new FirstPiece(index, now)) == null) {
            begun.ifPresent(
                    from -> speeds.firstPiece(lease.holder().device(), lease.model(), work, millis(from, now), now));
        }
    }

    void finished(Lease lease, Work work, Optional<Instant> begun, Instant now) {
        String device = lease.holder().device();
        FirstPiece first = firstPieces.remove(lease.id());
        if (first != null) {
            long after = lease.stored().pieces() - first.index() - 1L;
            speeds.finished(device, lease.model(), after, millis(first.at(), now), now);
        } else {
            begun.ifPresent(from -> speeds.finishedAtOnce(device, lease.model(), work, millis(from, now), now));
        }
        availability.good(device, now);
    }

    /** A lease has ended without an answer. */
    void ended(Lease lease) {
        firstPieces.remove(lease.id());
    }

    /** Leases that have brought a piece and have not ended. */
    int begun() {
        return firstPieces.size();
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
}
