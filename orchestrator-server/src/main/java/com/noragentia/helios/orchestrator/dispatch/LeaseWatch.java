/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes leases back whose time is over. Not thread-safe; lives on the writer's thread. */
final class LeaseWatch {

    /** Tasks that have ended since the last mark are read by the next start for nothing. */
    private static final Duration BETWEEN_MARKS = Duration.ofSeconds(10);

    private final CurrentMirror mirror;
    private final TaskRecord record;
    private final Workforce workforce;
    private final Measurements measurements;
    private final Setbacks setbacks;
    private final SkipReports skips;
    private final Occupancy occupancy;
    private final TaskFollower follower;
    private final Clock clock;
    private Instant markedAt = Instant.EPOCH;

    LeaseWatch(
            CurrentMirror mirror,
            TaskRecord record,
            Workforce workforce,
            Measurements measurements,
            Setbacks setbacks,
            SkipReports skips,
            Occupancy occupancy,
            TaskFollower follower,
            Clock clock) {
        this.mirror = mirror;
        this.record = record;
        this.workforce = workforce;
        this.measurements = measurements;
        this.setbacks = setbacks;
        this.skips = skips;
        this.occupancy = occupancy;
        this.follower = follower;
        this.clock = clock;
    }

    void tend(Transaction tx) {
        Instant now = clock.instant();
        skips.tell(mirror.view(tx), now);
        occupancy.look(mirror.view(tx), workforce.index());
        List<LiveTask> expired = mirror.view(tx).held().stream()
                .filter(task -> !task.lease().orElseThrow().expiresAt().isAfter(now))
                .toList();
        expired.forEach(task -> setbacks.lost(tx, task, cause(task.lease().orElseThrow())));
        measurements.flush(tx, now);
        if (!now.isBefore(markedAt.plus(BETWEEN_MARKS))) {
            markedAt = now;
            record.allEndedBefore(tx, mirror.view(tx).firstOpen());
        }
    }

    private SetbackCause cause(Lease lease) {
        boolean isThere = workforce
                .roster()
                .find(lease.holder().device())
                .filter(worker ->
                        worker.holder().session().equals(lease.holder().session()))
                .isPresent();
        return isThere ? SetbackCause.EXPIRY : SetbackCause.DISCONNECT;
    }

    /** After a start: nobody is there yet, and whoever had a lease has a while to come back with it. */
    void recover(Transaction tx) {
        Instant now = clock.instant();
        Instant end = now.plus(LeaseRules.GRACE_AFTER_OUTAGE);
        measurements.read(tx, now);
        for (LiveTask task : List.copyOf(mirror.at(tx).held())) {
            task.holds(task.lease().orElseThrow().until(end));
            record.renewed(tx, task.number(), end);
            follower.goesOn(tx, task.lease().orElseThrow());
        }
        workforce.call(tx);
    }
}
