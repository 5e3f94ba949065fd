/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Workers come, change and go; those that have gone keep their leases a little longer. Not thread-safe; lives on the writer's thread. */
final class Presence {

    private final CurrentMirror mirror;
    private final TaskRecord record;
    private final Workforce workforce;
    private final Measurements measurements;
    private final Clock clock;

    Presence(CurrentMirror mirror, TaskRecord record, Workforce workforce, Measurements measurements, Clock clock) {
        this.mirror = mirror;
        this.record = record;
        this.workforce = workforce;
        this.measurements = measurements;
        this.clock = clock;
    }

    void arrived(Transaction tx, OnlineWorker worker) {
        workforce.arrived(tx, mirror.at(tx), worker, clock.instant());
    }

    void change(Transaction tx, Holder worker, UnaryOperator<OnlineWorker> change) {
        workforce.change(tx, mirror.at(tx), worker, change, clock.instant());
    }

    void loaded(String device, String model, Duration load) {
        measurements.loaded(device, model, load, clock.instant());
    }

    void left(Transaction tx, Holder worker) {
        Instant end = clock.instant().plus(LeaseRules.GRACE);
        for (LiveTask task : mirror.at(tx).heldBy(worker.device())) {
            Lease lease = task.lease().orElseThrow();
            boolean isOfSession = lease.holder().session().equals(worker.session());
            if (isOfSession && lease.expiresAt().isAfter(end)) {
                task.abandonedUntil(end);
                record.renewed(tx, task.number(), end);
            }
        }
        workforce.left(tx, mirror.at(tx), worker);
    }
}
