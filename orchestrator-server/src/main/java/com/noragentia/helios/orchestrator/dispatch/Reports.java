/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.time.Instant;

/** What workers report of their leases. A report of a lease that is not open, or not theirs, changes nothing. */
final class Reports {

    private final TaskBook tasks;
    private final LeaseBook leases;
    private final Setbacks setbacks;
    private final TaskFollower follower;
    private final Rounds rounds;
    private final Clock clock;

    Reports(TaskBook tasks, LeaseBook leases, Setbacks setbacks, TaskFollower follower, Rounds rounds, Clock clock) {
        this.tasks = tasks;
        this.leases = leases;
        this.setbacks = setbacks;
        this.follower = follower;
        this.rounds = rounds;
        this.clock = clock;
    }

    void working(Transaction tx, String device, String leaseId, Phase phase, int done, int total) {
        leases.open(tx, leaseId, device).ifPresent(lease -> {
            renew(tx, lease, lease.mark().with(phase, done));
            if (lease.stored().reports() < LeaseRules.REPORTS_PER_TASK) {
                tasks.countReport(tx, lease.task());
                follower.working(tx, lease, phase, done, total);
            }
        });
    }

    void piece(Transaction tx, String device, String leaseId, int index, String text) {
        leases.open(tx, leaseId, device).ifPresent(lease -> piece(tx, lease, index, text));
    }

    private void piece(Transaction tx, Lease lease, int index, String text) {
        if (LeaseRules.isWelcome(lease.stored(), index, text)) {
            renew(tx, lease, lease.mark().withPiece(index));
            tasks.countPiece(tx, lease.task(), text.length());
            follower.piece(tx, lease, index, text);
        } else if (index < lease.stored().pieces() && index >= 0) {
            renew(tx, lease, lease.mark().withPiece(index)); // said before, perhaps by another worker
        } else {
            setbacks.lost(tx, lease); // a gap, or an answer without end: this worker is broken
        }
    }

    void completed(Transaction tx, String device, String leaseId, TaskOutput output, Usage usage) {
        leases.open(tx, leaseId, device).ifPresent(lease -> {
            if (!expertOf(output).equals(lease.expert())) {
                setbacks.lost(tx, lease);
            } else if (leases.close(tx, lease.id(), LeaseState.COMPLETED)) {
                tasks.end(tx, lease.task(), TaskState.DONE);
                follower.completed(tx, lease, output, usage);
                rounds.callAfter(tx);
            }
        });
    }

    void failed(Transaction tx, String device, String leaseId, Failure failure) {
        leases.open(tx, leaseId, device).ifPresent(lease -> setbacks.failed(tx, lease, failure));
    }

    /**
     * Only what has moved renews. A phase is noted each time, so that the same report never counts as news again; a piece is noted when it
     * renews, as pieces are many and their order shows what is new.
     */
    private void renew(Transaction tx, Lease lease, Lease.Mark reached) {
        Instant now = clock.instant();
        boolean isNoted = reached.piece() == lease.mark().piece() || LeaseRules.isWorthRenewing(lease, now);
        if (!reached.equals(lease.mark()) && isNoted) {
            leases.renew(tx, lease.id(), LeaseRules.expiry(lease.issuedAt(), now), reached);
        }
    }

    private static Expert expertOf(TaskOutput output) {
        return switch (output) {
            case TaskOutput.Chat _ -> Expert.CHAT;
            case TaskOutput.Document _ -> Expert.DOCUMENT;
            case TaskOutput.Image _ -> Expert.IMAGE;
            case TaskOutput.Audio _ -> Expert.AUDIO;
            case TaskOutput.Embedding _ -> Expert.EMBEDDING;
        };
    }
}
