/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Brings waiting tasks and free workers together: the round that runs whenever either of them changes. */
final class Matchmaker {

    /** Tasks looked at in one round; the round repeats while it finds matches. */
    private static final int TASKS_PER_ROUND = 100;

    private final TaskBook tasks;
    private final LeaseBook leases;
    private final Roster roster;
    private final TaskFollower follower;
    private final Clock clock;
    private final RandomGenerator random;
    private final Supplier<String> ids;

    Matchmaker(
            TaskBook tasks,
            LeaseBook leases,
            Roster roster,
            TaskFollower follower,
            Clock clock,
            RandomGenerator random,
            Supplier<String> ids) {
        this.tasks = tasks;
        this.leases = leases;
        this.roster = roster;
        this.follower = follower;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    /** Leases what can be leased now. */
    void match(Transaction tx) {
        boolean matched = true;
        while (matched) {
            matched = matchOnce(tx);
        }
    }

    private boolean matchOnce(Transaction tx) {
        WorkerChoice choice = new WorkerChoice(roster.workers(), leases.openByDevice(tx), random);
        boolean matched = false;
        for (QueuedTask queued : tasks.waiting(tx, choice.served(), TASKS_PER_ROUND)) {
            switch (queued) {
                case WaitingTask task ->
                    matched |= choice.choose(task)
                            .map(worker -> lease(tx, task, worker))
                            .isPresent();
                case QueuedTask.Unreadable task -> {
                    fault(tx, task);
                    return true; // its job may have withdrawn others that stand in this list
                }
            }
        }
        return matched;
    }

    private void fault(Transaction tx, QueuedTask.Unreadable task) {
        tasks.end(tx, task.id(), TaskState.FAULTED);
        follower.faulted(tx, task.id(), task.job(), Problem.of(ProblemCode.INTERNAL, "the stored task cannot be read"));
    }

    private Lease lease(Transaction tx, WaitingTask task, OnlineWorker worker) {
        String model = worker.readyFor(task.expert()).orElseThrow().id();
        Instant now = clock.instant();
        Lease lease = new Lease(
                ids.get(),
                task.id(),
                task.job(),
                task.expert(),
                worker.holder(),
                model,
                task.attempts() + 1,
                now,
                LeaseRules.expiry(now, now),
                Lease.Mark.NONE,
                Lease.Stored.NOTHING);
        tasks.markLeased(tx, task.id());
        leases.add(tx, lease);
        follower.started(tx, lease);
        LeasedTask order = new LeasedTask(
                lease.id(), task.id(), model, lease.attempt(), lease.expiresAt(), task.pieces(), task.input());
        tx.afterCommit(() -> worker.link().run(order));
        return lease;
    }
}
