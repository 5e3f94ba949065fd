/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.message.ToWorker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The leases this worker works on, and those it has finished without knowing whether it was heard. The protocol has no receipt for a
 * completion, so a finished lease is kept until a verdict drops it, it grows old, or too many younger ones follow. Thread-safe.
 */
final class LeaseTable {

    static final Duration FINISHED_KEPT_FOR = Duration.ofMinutes(2);
    static final int FINISHED_KEPT = 64;

    private final ConcurrentMap<String, HeldLease> leases = new ConcurrentHashMap<>();
    private final Clock clock;

    LeaseTable(Clock clock) {
        this.clock = clock;
    }

    /** Takes a new lease up; empty if it is held already, for then the order has come twice. */
    Optional<HeldLease> open(ToWorker.RunTask task, Outbox outbox) {
        sweep();
        HeldLease lease = new HeldLease(task, outbox);
        return leases.putIfAbsent(task.lease(), lease) == null ? Optional.of(lease) : Optional.empty();
    }

    Optional<HeldLease> find(String lease) {
        return Optional.ofNullable(leases.get(lease));
    }

    /** All that are held. */
    List<HeldLease> all() {
        return List.copyOf(leases.values());
    }

    void drop(String lease) {
        leases.remove(lease);
    }

    /** Ids of all leases held, to report after a reconnect. */
    List<String> ids() {
        sweep();
        return leases.keySet().stream().sorted().toList();
    }

    /** A session is gone. */
    void silence(Outbox gone) {
        leases.values().forEach(lease -> lease.silence(gone));
    }

    /** Forgets finished leases that are old or too many; what is in them is a member's, and idle workers are to forget it too. */
    void sweep() {
        Instant oldest = clock.instant().minus(FINISHED_KEPT_FOR);
        leases.values()
                .removeIf(lease -> lease.endedAt().filter(oldest::isAfter).isPresent());
        leases.values().stream()
                .filter(lease -> lease.endedAt().isPresent())
                .sorted(Comparator.comparing(
                                (HeldLease lease) -> lease.endedAt().orElse(Instant.MAX))
                        .reversed())
                .skip(FINISHED_KEPT)
                .forEach(lease -> leases.remove(lease.id()));
    }
}
