/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A worker that comes back brings its leases; what it no longer knows goes to others at once. */
final class Reunion {

    private final LeaseBook leases;
    private final Setbacks setbacks;
    private final Clock clock;

    Reunion(LeaseBook leases, Setbacks setbacks, Clock clock) {
        this.leases = leases;
        this.setbacks = setbacks;
        this.clock = clock;
    }

    List<LeaseVerdict> judge(Transaction tx, Holder worker, List<String> brought) {
        Set<String> known = new HashSet<>(brought);
        for (Lease lease : leases.openOf(tx, worker.device())) {
            // A lease of this very session may have crossed the report on the wire.
            boolean isOlder = !lease.holder().session().equals(worker.session());
            if (isOlder && !known.contains(lease.id())) {
                setbacks.lost(tx, lease);
            }
        }
        List<LeaseVerdict> verdicts = new ArrayList<>();
        for (String lease : known) {
            verdicts.add(judge(tx, worker, lease));
        }
        return verdicts;
    }

    private LeaseVerdict judge(Transaction tx, Holder worker, String leaseId) {
        Optional<Lease> lease = leases.open(tx, leaseId, worker.device());
        if (lease.isEmpty()) {
            return new LeaseVerdict(leaseId, false, 0);
        }
        Instant now = clock.instant();
        leases.takeUp(
                tx, leaseId, worker.session(), LeaseRules.expiry(lease.get().issuedAt(), now));
        return new LeaseVerdict(leaseId, true, lease.get().stored().pieces());
    }
}
