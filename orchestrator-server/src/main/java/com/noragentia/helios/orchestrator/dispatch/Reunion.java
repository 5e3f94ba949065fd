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

    private final CurrentMirror mirror;
    private final TaskRecord record;
    private final Setbacks setbacks;
    private final Clock clock;

    Reunion(CurrentMirror mirror, TaskRecord record, Setbacks setbacks, Clock clock) {
        this.mirror = mirror;
        this.record = record;
        this.setbacks = setbacks;
        this.clock = clock;
    }

    List<LeaseVerdict> judge(Transaction tx, Holder worker, List<String> brought) {
        Set<String> known = new HashSet<>(brought);
        for (LiveTask task : mirror.at(tx).heldBy(worker.device())) {
            Lease lease = task.lease().orElseThrow();
            // A lease of this very session may have crossed the report on the wire.
            boolean isOlder = !lease.holder().session().equals(worker.session());
            if (isOlder && !known.contains(lease.id())) {
                setbacks.lost(tx, task, SetbackCause.FORGOTTEN);
            }
        }
        List<LeaseVerdict> verdicts = new ArrayList<>();
        for (String lease : known) {
            verdicts.add(judge(tx, worker, lease));
        }
        return verdicts;
    }

    private LeaseVerdict judge(Transaction tx, Holder worker, String leaseId) {
        Optional<LiveTask> held = mirror.at(tx).held(leaseId, worker.device());
        if (held.isEmpty()) {
            return new LeaseVerdict(leaseId, false, 0);
        }
        LiveTask task = held.get();
        Lease lease = task.lease().orElseThrow();
        if (!lease.holder().session().equals(worker.session())) {
            takeUp(tx, task, lease, worker);
        }
        return new LeaseVerdict(leaseId, true, lease.stored().pieces());
    }

    /** Coming back is no progress: the lease ends when it would have ended, had its worker not been away. */
    private void takeUp(Transaction tx, LiveTask task, Lease lease, Holder worker) {
        Instant fresh = LeaseLength.renewed(lease.issuedAt(), lease.length(), clock.instant());
        Instant expiry = task.takeExpiryBeforeLeaving().orElse(fresh);
        Lease taken = lease.in(worker.session(), expiry.isBefore(fresh) ? expiry : fresh);
        task.holds(taken);
        record.takenUp(tx, task.number(), taken);
    }
}
