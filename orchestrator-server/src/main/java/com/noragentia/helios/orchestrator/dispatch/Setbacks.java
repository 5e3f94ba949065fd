/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import java.time.Clock;

/** What follows when a lease comes to nothing: another attempt, or the end of the task. */
final class Setbacks {

    private final TaskBook tasks;
    private final LeaseBook leases;
    private final Roster roster;
    private final TaskFollower follower;
    private final Rounds rounds;
    private final Clock clock;

    Setbacks(TaskBook tasks, LeaseBook leases, Roster roster, TaskFollower follower, Rounds rounds, Clock clock) {
        this.tasks = tasks;
        this.leases = leases;
        this.roster = roster;
        this.follower = follower;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** The worker is gone, silent or broken; should it still be there, it is told to stop. */
    void lost(Transaction tx, Lease lease) {
        if (leases.close(tx, lease.id(), LeaseState.LOST)) {
            tx.afterCommit(() -> roster.link(lease.holder().device()).ifPresent(link -> link.cancel(lease.id())));
            tryAgain(tx, lease);
        }
    }

    void failed(Transaction tx, Lease lease, Failure failure) {
        if (!leases.close(tx, lease.id(), LeaseState.FAILED)) {
            return;
        }
        switch (failure) {
            case Failure.Unanswerable(Problem problem) -> giveUp(tx, lease, problem);
            case Failure.Elsewhere() -> tryAgain(tx, lease);
            case Failure.BrokenModel() -> {
                roster.change(lease.holder(), worker -> worker.without(lease.model()));
                tx.afterCommit(
                        () -> roster.link(lease.holder().device()).ifPresent(link -> link.reload(lease.model())));
                tryAgain(tx, lease);
            }
        }
    }

    private void tryAgain(Transaction tx, Lease lease) {
        if (LeaseRules.wasLastAttempt(lease.attempt())) {
            giveUp(tx, lease, Problem.of(Limit.ATTEMPTS_PER_TASK.problem(), "every attempt failed"));
            return;
        }
        tasks.markWaiting(tx, lease.task(), lease.holder().device(), clock.instant());
        follower.requeued(tx, lease);
        rounds.callAfter(tx);
    }

    private void giveUp(Transaction tx, Lease lease, Problem problem) {
        tasks.end(tx, lease.task(), TaskState.FAULTED);
        follower.faulted(tx, lease.task(), lease.job(), problem);
        rounds.callAfter(tx);
    }
}
