/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door for those who plan tasks. Everything happens in the caller's transaction. Thread-safe. */
public final class TaskDesk {

    private final TaskBook tasks;
    private final LeaseBook leases;
    private final Roster roster;
    private final Rounds rounds;
    private final Clock clock;

    TaskDesk(TaskBook tasks, LeaseBook leases, Roster roster, Rounds rounds, Clock clock) {
        this.tasks = tasks;
        this.leases = leases;
        this.roster = roster;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Queues a task; a worker may have it as soon as the transaction is durable. */
    public void enqueue(Transaction tx, NewTask task) {
        tasks.add(tx, task, clock.instant());
        rounds.callAfter(tx);
    }

    /** Ends all tasks of a job whose answer nobody wants any more, wherever they are; their follower hears nothing. */
    public void withdraw(Transaction tx, String job) {
        tasks.unfinished(tx, job).forEach(task -> {
            tasks.end(tx, task, TaskState.WITHDRAWN);
            leases.openFor(tx, task).ifPresent(lease -> withdraw(tx, lease));
        });
    }

    private void withdraw(Transaction tx, Lease lease) {
        if (leases.close(tx, lease.id(), LeaseState.WITHDRAWN)) {
            tx.afterCommit(() -> roster.link(lease.holder().device()).ifPresent(link -> link.cancel(lease.id())));
            rounds.callAfter(tx);
        }
    }

    /** How the task of a job gets on; empty once it is forgotten. */
    public Optional<TaskProgress> progress(Transaction tx, String job) {
        return tasks.progress(tx, job);
    }

    /** Whether a worker that is online could serve an expert, now or soon. */
    public boolean isPossible(Expert expert) {
        return roster.could(expert);
    }

    /** Jobs whose task has waited since before {@code queuedBefore}. */
    public List<String> jobsWaitingSince(Transaction tx, Instant queuedBefore) {
        return tasks.jobsWaitingSince(tx, queuedBefore);
    }

    /** Deletes what is kept of a job's task. */
    public void forget(Transaction tx, String job) {
        tasks.delete(tx, job);
    }
}
