/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leases, durably. */
interface LeaseBook {

    void add(Transaction tx, Lease lease);

    /** An open lease of this device. */
    Optional<Lease> open(Transaction tx, String lease, String device);

    /** All open leases of a device. */
    List<Lease> openOf(Transaction tx, String device);

    /** The open lease of a task. */
    Optional<Lease> openFor(Transaction tx, String task);

    /** Open leases that ended at {@code now} or before. */
    List<Lease> expired(Transaction tx, Instant now);

    /** How many open leases each device has. */
    Map<String, Integer> openByDevice(Transaction tx);

    /** The compare-and-set that decides: true for the one call that closes the lease. */
    boolean close(Transaction tx, String lease, LeaseState state);

    void renew(Transaction tx, String lease, Instant expiresAt, Lease.Mark mark);

    /** The lease goes on in another session of its device. */
    void takeUp(Transaction tx, String lease, String session, Instant expiresAt);

    /** No open lease of a session ends later than {@code expiresAt}. */
    void shorten(Transaction tx, String session, Instant expiresAt);

    /** No open lease ends before {@code expiresAt}. */
    void extendAll(Transaction tx, Instant expiresAt);
}
