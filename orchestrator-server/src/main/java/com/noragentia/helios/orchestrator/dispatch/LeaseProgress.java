/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is learnt from a lease that gets on: of its worker's speed, and of waiting times. */
final class LeaseProgress {

    private final WorkerIndex index;
    private final Measurements measurements;
    private final Outlook outlook;

    LeaseProgress(WorkerIndex index, Measurements measurements, Outlook outlook) {
        this.index = index;
        this.measurements = measurements;
        this.outlook = outlook;
    }

    void piece(Lease lease, Work work, int number, Instant now) {
        measurements.piece(
                lease, work, number, index.couldBeginAt(lease.holder().device(), lease.id()), now);
    }

    /** It is answered; the lease is still in its worker's hand. */
    void finished(Lease lease, Ticket ticket, Instant now) {
        Optional<Instant> begun = index.couldBeginAt(lease.holder().device(), lease.id());
        measurements.finished(lease, ticket.work(), begun, now);
        begun.ifPresent(from -> outlook.served(lease, Duration.between(from, now)));
    }
}
