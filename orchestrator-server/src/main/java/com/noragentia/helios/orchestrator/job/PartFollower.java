/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.NewTask;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.dispatch.Terms;
import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows the parts of jobs that have several: keeps what each came to, and when the last is done makes one answer of them, or has it made.
 * Pieces of a part are not pieces of the answer. All that it knows is stored, so a restart between two parts changes nothing.
 */
final class PartFollower {

    private final JobTable jobs;
    private final PartTable parts;
    private final EventLog events;
    private final Endings endings;
    private final Charges charges;
    private final Supplier<ReducingModel> reducing;
    private final Supplier<TaskDesk> tasks;
    private final Clock clock;

    PartFollower(
            JobTable jobs,
            PartTable parts,
            EventLog events,
            Endings endings,
            Charges charges,
            Supplier<ReducingModel> reducing,
            Supplier<TaskDesk> tasks,
            Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.events = events;
        this.endings = endings;
        this.charges = charges;
        this.reducing = reducing;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The job goes on: its other parts need not wait as well. */
    void requeued(Transaction tx, Lease lease) {
        int shown = switch (parts.reduction(tx, lease.job())) {
            case Reduction.Join _ -> parts.leading(tx, lease.job());
            case Reduction.Ask _ -> 0;
        };
        events.append(tx, lease.job(), new JobEvent.Requeued(shown));
    }

    /** Whether a part of a look says what was seen: its worker would otherwise be paid for nothing. */
    boolean isAnswer(Transaction tx, Lease lease, TaskOutput output) {
        return switch (lease.expert()) {
            case DESCRIPTION -> LookParts.isAnswer(Sight.DESCRIPTION, output);
            case OBJECTS -> LookParts.isAnswer(Sight.OBJECTS, output);
            case IMAGE -> !isLook(tx, lease.job()) || LookParts.isAnswer(Sight.TEXT, output);
            case CHAT, DOCUMENT, AUDIO, EMBEDDING -> true;
        };
    }

    private boolean isLook(Transaction tx, String job) {
        return parts.reduction(tx, job) instanceof Reduction.Ask(TaskInput.Combine bare) && bare.look() != null;
    }

    void completed(Transaction tx, Lease lease, TaskOutput output, Usage usage, Credits paid) {
        Contribution contribution = Contribution.of(lease, clock.instant(), output, usage, paid);
        long bytes = parts.bytes(tx, lease.job()) + JsonCodec.encode(contribution).length;
        if (Limit.PARTS_BYTES.isPassedBy(bytes)) {
            end(tx, lease.job(), tooMuch());
            return;
        }
        int before = parts.leading(tx, lease.job());
        parts.markDone(tx, lease.task(), contribution);
        goOn(tx, lease.job(), before);
    }

    /** Another part is over; {@code before} were, without a gap, before it. */
    private void goOn(Transaction tx, String jobId, int before) {
        jobs.countPart(tx, jobId);
        StoredJob job = jobs.find(tx, jobId).orElseThrow();
        events.append(tx, job.id(), new JobEvent.Parts(job.partsDone(), job.parts()));
        switch (parts.reduction(tx, job.id())) {
            case Reduction.Join _ -> join(tx, job, before);
            case Reduction.Ask ask -> ask(tx, job, ask);
        }
    }

    private static Problem tooMuch() {
        return new Problem(
                Limit.PARTS_BYTES.problem(),
                "the parts of the job came to more than can be put together",
                Map.of("limit", Long.toString(Limit.PARTS_BYTES.value())));
    }

    /** Shows what is complete from the start on. {@code before} parts were shown already. */
    private void join(Transaction tx, StoredJob job, int before) {
        List<PartTable.Done> next = parts.done(tx, job.id(), before, parts.leading(tx, job.id()));
        for (int i = 0; i < next.size(); i++) {
            TaskOutput output = next.get(i).contribution().output();
            events.append(tx, job.id(), new JobEvent.Token(before + i, Joining.piece(before + i, output)));
        }
        if (job.partsDone() == job.parts()) {
            List<Contribution> all = contributions(tx, job);
            TaskOutput joined = Joining.join(
                    job.expert(), all.stream().map(Contribution::output).toList());
            JobResult result = Results.of(job, all, joined, all.getFirst().endedAt());
            endings.end(tx, job.id(), JobState.DONE, new JobEvent.Done(result));
        }
    }

    private void ask(Transaction tx, StoredJob job, Reduction.Ask ask) {
        if (job.partsDone() == job.parts()) {
            List<TaskInput.Combined> all = parts.done(tx, job.id(), 0, job.parts()).stream()
                    .map(part -> new TaskInput.Combined(
                            part.file(),
                            part.contribution().output(),
                            part.contribution().model()))
                    .toList();
            TaskInput.Combine input = ask.of(all, parts.missed(tx, job.id()));
            Optional<String> model = reducing.get().of(ask, job.expert(), job.model());
            Asked asked = Metering.asked(input, _ -> FileExtent.LEAST);
            NewTask reduce = new NewTask(
                    TaskNames.reduce(job.id()),
                    job.id(),
                    job.member(),
                    input,
                    Optional.empty(),
                    model,
                    new Terms(asked, parts.heldToReduce(tx, job.id())),
                    charges.expected(input.expert(), model, asked),
                    job.ownOnly());
            tasks.get().enqueue(tx, reduce);
        }
    }

    /** What was made of the parts is the answer. */
    void combined(Transaction tx, Lease lease, TaskOutput output, Usage usage, Credits paid) {
        Instant now = clock.instant();
        StoredJob job = jobs.find(tx, lease.job()).orElseThrow();
        List<Contribution> all = new ArrayList<>(contributions(tx, job));
        all.add(Contribution.of(lease, now, output, usage, paid));
        JobResult result =
                Results.of(job, all, output, lease.stored().firstPieceAt().orElse(now));
        endings.end(tx, job.id(), JobState.DONE, new JobEvent.Done(result));
    }

    private List<Contribution> contributions(Transaction tx, StoredJob job) {
        return parts.done(tx, job.id(), 0, job.parts()).stream()
                .map(PartTable.Done::contribution)
                .toList();
    }

    /** One part that cannot be answered ends the job, and the others work no longer; unless the job can do without it. */
    void faulted(Transaction tx, String task, String job, Problem problem) {
        if (parts.mayBeMissed(tx, task)) {
            parts.markMissed(tx, task);
            goOn(tx, job, parts.leading(tx, job));
        } else {
            end(tx, job, problem);
        }
    }

    private void end(Transaction tx, String job, Problem problem) {
        tasks.get().cancel(tx, job);
        endings.end(tx, job, JobState.FAULTED, new JobEvent.Faulted(problem));
    }
}
