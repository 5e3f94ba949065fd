/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.time.Clock;
import java.time.Instant;

/** What follows when a lease comes to nothing: another attempt, or the end of the task; and whether its worker is blamed. */
final class Setbacks {

    private final CurrentMirror mirror;
    private final TaskRecord record;
    private final Workforce workforce;
    private final Measurements measurements;
    private final TaskFollower follower;
    private final Clock clock;
    private final Amnesty amnesty;

    Setbacks(
            CurrentMirror mirror,
            TaskRecord record,
            Workforce workforce,
            Measurements measurements,
            TaskFollower follower,
            Amnesty amnesty,
            Clock clock) {
        this.mirror = mirror;
        this.record = record;
        this.workforce = workforce;
        this.measurements = measurements;
        this.follower = follower;
        this.clock = clock;
        this.amnesty = amnesty;
    }

    /** The lease of a task is taken from its worker, which is told so should it still be there. */
    void lost(Transaction tx, LiveTask task, SetbackCause cause) {
        if (task.state().isFinal()) {
            return; // another part of its job has just ended them all
        }
        Lease lease = task.lease().orElseThrow();
        tx.afterCommit(() -> workforce.cancel(lease));
        happened(tx, task, lease, cause);
    }

    void failed(Transaction tx, LiveTask task, Failure failure) {
        Lease lease = task.lease().orElseThrow();
        switch (failure) {
            case Failure.Unanswerable(Problem problem) -> giveUp(tx, task, TaskLife.Event.BAD_REQUEST, problem);
            case Failure.Elsewhere() -> happened(tx, task, lease, SetbackCause.CAPACITY);
            case Failure.HandedBack() -> happened(tx, task, lease, SetbackCause.HANDED_BACK);
            case Failure.Crashed() -> happened(tx, task, lease, SetbackCause.CRASH);
            case Failure.BrokenModel() -> {
                workforce.broken(tx, mirror.at(tx), lease, clock.instant());
                happened(tx, task, lease, SetbackCause.MODEL);
            }
        }
    }

    private void happened(Transaction tx, LiveTask task, Lease lease, SetbackCause cause) {
        Instant now = clock.instant();
        if (amnesty.covers(task, cause)) {
            task.wasForgiven();
        } else {
            Setback setback =
                    new Setback(lease.holder().device(), lease.holder().member(), cause, cause.blames());
            task.hadSetback(setback);
            record.hadSetback(tx, task.number(), setback, now);
            if (setback.blamed()) {
                measurements.blamed(setback.worker(), now);
            }
        }
        goOn(tx, task, lease, cause);
    }

    private void goOn(Transaction tx, LiveTask task, Lease lease, SetbackCause cause) {
        if (LeaseRules.isPoison(task)) {
            record.absolved(tx, task.number());
            task.crashes().forEach(crash -> measurements.forgiven(crash.worker(), clock.instant()));
            giveUp(
                    tx,
                    task,
                    TaskLife.Event.POISON,
                    Problem.of(ProblemCode.JOB_POISONOUS, "it crashed the workers of two owners"));
        } else if (LeaseRules.isExhausted(task) || Errand.isErrand(task.ticket().job())) {
            giveUp(
                    tx,
                    task,
                    TaskLife.Event.EXHAUSTED,
                    Problem.of(Limit.ATTEMPTS_PER_TASK.problem(), "every attempt failed"));
        } else {
            TaskMirror tasks = mirror.at(tx);
            task.hears(cause.event());
            tasks.requeue(task, clock.instant());
            record.requeued(tx, task);
            follower.requeued(tx, lease);
            measurements.ended(lease);
            workforce.ended(tx, tasks, lease, clock.instant());
        }
    }

    /** The task ends without an answer. */
    void giveUp(Transaction tx, LiveTask task, TaskLife.Event event, Problem problem) {
        end(tx, task, event);
        follower.faulted(tx, task.ticket().task(), task.ticket().job(), problem);
    }

    /** The task ends, and so does its lease. */
    void end(Transaction tx, LiveTask task, TaskLife.Event event) {
        TaskMirror tasks = mirror.at(tx);
        task.hears(event);
        tasks.remove(task);
        record.ended(tx, task.number(), task.state());
        task.lease().ifPresent(lease -> {
            measurements.ended(lease);
            workforce.ended(tx, tasks, lease, clock.instant());
        });
    }
}
