/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What workers report of their leases. A report of a lease that is not open, or not theirs, changes nothing. */
final class Reports {

    private final CurrentMirror mirror;
    private final TaskRecord record;
    private final LeaseProgress progress;
    private final Setbacks setbacks;
    private final TaskFollower follower;
    private final Clock clock;

    Reports(
            CurrentMirror mirror,
            TaskRecord record,
            LeaseProgress progress,
            Setbacks setbacks,
            TaskFollower follower,
            Clock clock) {
        this.mirror = mirror;
        this.record = record;
        this.progress = progress;
        this.setbacks = setbacks;
        this.follower = follower;
        this.clock = clock;
    }

    void working(Transaction tx, String device, String leaseId, Phase phase, int done, int total) {
        mirror.at(tx).held(leaseId, device).ifPresent(task -> {
            Lease lease = task.lease().orElseThrow();
            boolean isHeard = lease.stored().reports() < LeaseRules.REPORTS_PER_TASK;
            Lease.Stored stored = isHeard ? lease.stored().withReport() : lease.stored();
            if (isHeard) {
                moved(tx, task, lease.with(lease.mark().with(phase, done), stored));
                follower.working(tx, lease, phase, done, total);
            }
        });
    }

    void piece(Transaction tx, String device, String leaseId, int index, String text, List<Integer> tokens) {
        mirror.at(tx).held(leaseId, device).ifPresent(task -> piece(tx, task, index, text, tokens));
    }

    private void piece(Transaction tx, LiveTask task, int index, String text, List<Integer> tokens) {
        Lease lease = task.lease().orElseThrow();
        Lease.Stored stored = lease.stored();
        if (LeaseRules.isWelcome(stored, index, text) && LeaseRules.areTokens(tokens)) {
            Instant now = clock.instant();
            if (task.state() != TaskLife.State.STREAMING) {
                record.streaming(tx, task.number(), now);
            }
            progress.piece(lease, task.ticket().work(), index, now);
            Lease.Stored grown = stored.withPiece(LeaseRules.characters(text, tokens), now);
            moved(tx, task, lease.with(lease.mark().withPiece(index), grown));
            task.hears(TaskLife.Event.PIECE);
            follower.piece(tx, lease, index, text, tokens);
        } else if (index < stored.pieces() && index >= 0) { // said before, perhaps by another worker
            moved(tx, task, lease.with(lease.mark().withPiece(index), stored));
        } else { // a gap, or an answer without end: this worker is broken
            setbacks.lost(tx, task, SetbackCause.NONSENSE);
        }
    }

    void begunAnew(Transaction tx, String device, String leaseId) {
        mirror.at(tx).held(leaseId, device).ifPresent(task -> begunAnew(tx, task));
    }

    /** Once a lease, and before its first piece: readers would otherwise see an answer come and go without end. */
    private void begunAnew(Transaction tx, LiveTask task) {
        Lease lease = task.lease().orElseThrow();
        if (lease.mark().isAnew()) { // said again by a worker that does not know whether it was heard
            return;
        }
        if (lease.mark().hasPiece()) {
            setbacks.lost(tx, task, SetbackCause.NONSENSE);
            return;
        }
        if (lease.stored().pieces() > 0) {
            follower.beginsAnew(tx, lease);
            follower.started(tx, lease);
        }
        moved(tx, task, lease.begunAnew());
    }

    /** Only what has moved renews; renewals are written when they are worth it. */
    private void moved(Transaction tx, LiveTask task, Lease next) {
        Lease before = task.lease().orElseThrow();
        if (next.mark().equals(before.mark())) {
            task.holds(next);
            return;
        }
        Instant expiry = LeaseLength.renewed(before.issuedAt(), before.length(), clock.instant());
        boolean isWorthIt = Duration.between(before.expiresAt(), expiry).compareTo(LeaseRules.RENEWAL_STEP) >= 0;
        task.holds(isWorthIt ? next.until(expiry) : next);
        task.hears(TaskLife.Event.PROGRESS);
        if (isWorthIt) {
            record.renewed(tx, task.number(), expiry);
        }
    }

    void completed(Transaction tx, String device, String leaseId, TaskOutput output, Usage usage) {
        mirror.at(tx).held(leaseId, device).ifPresent(task -> {
            Lease lease = task.lease().orElseThrow();
            if (!isOf(lease.expert(), output)) {
                setbacks.lost(tx, task, SetbackCause.NONSENSE);
                return;
            }
            progress.finished(lease, task.ticket(), clock.instant());
            follower.completing(tx, lease);
            setbacks.end(tx, task, TaskLife.Event.COMPLETE);
            Credits turn = follower.completed(tx, lease, output, usage, task.terms());
            correct(mirror.at(tx), task, turn);
        });
    }

    /** Its member was charged what it would probably cost; who answers oneself has no turn to correct. */
    private static void correct(TaskMirror tasks, LiveTask task, Credits turn) {
        Ticket ticket = task.ticket();
        if (task.wasCharged()) {
            tasks.queue(ticket.lane()).correct(ticket.member(), turn.toDouble() - ticket.cost());
        }
    }

    void failed(Transaction tx, String device, String leaseId, Failure failure) {
        mirror.at(tx).held(leaseId, device).ifPresent(task -> setbacks.failed(tx, task, failure));
    }

    private static boolean isOf(Expert expert, TaskOutput output) {
        return switch (expert) {
            case CHAT -> output instanceof TaskOutput.Chat;
            case DOCUMENT -> output instanceof TaskOutput.Document;
            case IMAGE, DESCRIPTION, OBJECTS -> output instanceof TaskOutput.Image;
            case AUDIO -> output instanceof TaskOutput.Audio;
            case EMBEDDING -> output instanceof TaskOutput.Embedding;
        };
    }
}
