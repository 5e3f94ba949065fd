/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.dispatch.Terms;
import com.noragentia.helios.orchestrator.dispatch.WrittenAnswer;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns what happens to a task into events of its job. */
final class JobFollower implements TaskFollower {

    private final EventLog events;
    private final Endings endings;
    private final PartFollower parts;
    private final Charges charges;
    private final Clock clock;

    JobFollower(EventLog events, Endings endings, PartFollower parts, Charges charges, Clock clock) {
        this.events = events;
        this.endings = endings;
        this.parts = parts;
        this.charges = charges;
        this.clock = clock;
    }

    @Override
    public void started(Transaction tx, Lease lease) {
        if (TaskNames.isWhole(lease.task(), lease.job())) {
            events.note(tx, lease.job(), started(lease));
        } else { // of several leases of a job, none tells whether it was spoken of
            events.append(tx, lease.job(), started(lease));
        }
    }

    private static JobEvent.Started started(Lease lease) {
        return new JobEvent.Started(lease.holder().name(), lease.model(), lease.attempt());
    }

    @Override
    public void goesOn(Transaction tx, Lease lease) {
        if (TaskNames.isWhole(lease.task(), lease.job())) {
            events.goesOn(tx, lease.job(), started(lease));
        }
    }

    @Override
    public void working(Transaction tx, Lease lease, Phase phase, int done, int total) {
        events.append(tx, lease.job(), new JobEvent.Working(phase, done, total));
    }

    @Override
    public void piece(Transaction tx, Lease lease, int index, String text, List<Integer> tokens) {
        if (!TaskNames.isPart(lease)) { // a piece of a part is no piece of the answer
            events.appendPiece(tx, lease.job(), new JobEvent.Token(index, text), tokens);
        }
    }

    @Override
    public Optional<WrittenAnswer> written(Transaction tx, Lease lease) {
        return TaskNames.isWhole(lease.task(), lease.job()) ? events.written(tx, lease.job()) : Optional.empty();
    }

    @Override
    public boolean repeats(Transaction tx, Lease lease) {
        return TaskNames.isPart(lease) || events.isRepeatedBy(tx, lease.job(), lease.model());
    }

    @Override
    public void beginsAnew(Transaction tx, Lease lease) {
        if (!TaskNames.isPart(lease)) { // of a part, no reader has pieces
            events.append(tx, lease.job(), JobEvent.Requeued.ANEW);
        }
    }

    @Override
    public void requeued(Transaction tx, Lease lease) {
        if (TaskNames.isPart(lease)) {
            parts.requeued(tx, lease);
            return;
        }
        events.append(tx, lease.job(), new JobEvent.Requeued(lease.stored().pieces()));
    }

    @Override
    public boolean isAnswer(Transaction tx, Lease lease, TaskOutput output) {
        return !TaskNames.isPart(lease) || parts.isAnswer(tx, lease, output);
    }

    /** The books first: read after the task has ended, its job's hold would lack it already, and shrink again by what is paid. */
    @Override
    public void completing(Transaction tx, Lease lease) {
        charges.open(tx);
    }

    @Override
    public Credits completed(Transaction tx, Lease lease, TaskOutput output, Usage usage, Terms terms) {
        Charges.Bill bill = charges.settle(tx, lease, terms, output);
        if (TaskNames.isPart(lease)) {
            parts.completed(tx, lease, output, usage, bill.paid());
        } else if (TaskNames.isWhole(lease.task(), lease.job())) {
            answered(tx, lease, output, usage, bill.paid());
        } else {
            parts.combined(tx, lease, output, usage, bill.paid());
        }
        return charges.turn(bill.worth());
    }

    private void answered(Transaction tx, Lease lease, TaskOutput output, Usage usage, Credits paid) {
        JobResult result =
                new JobResult(output, lease.holder().name(), lease.model(), usage, timings(lease), paid.toDouble());
        endings.end(tx, lease.job(), JobState.DONE, new JobEvent.Done(result));
    }

    private JobResult.Timings timings(Lease lease) {
        Instant now = clock.instant();
        return new JobResult.Timings(
                millis(lease, lease.issuedAt()),
                millis(lease, lease.stored().firstPieceAt().orElse(now)),
                millis(lease, now));
    }

    private static long millis(Lease lease, Instant until) {
        return Duration.between(lease.queuedAt(), until).toMillis();
    }

    @Override
    public void faulted(Transaction tx, String task, String job, Problem problem) {
        if (TaskNames.isPart(task, job)) {
            parts.faulted(tx, task, job, problem);
            return;
        }
        endings.end(tx, job, JobState.FAULTED, new JobEvent.Faulted(problem));
    }

    @Override
    public Lease.Stored stored(Transaction tx, String task, String job) {
        return TaskNames.isPart(task, job) ? Lease.Stored.NOTHING : events.answer(tx, job);
    }
}
