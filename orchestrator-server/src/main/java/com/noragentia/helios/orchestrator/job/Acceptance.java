/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.blob.StoredBlob;
import com.noragentia.helios.orchestrator.dispatch.NewTask;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.ledger.Asked;
import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Takes a job in, wholly within one transaction: the job, its tasks, its hold on the files and on credits, its first event. */
final class Acceptance {

    private final JobTable jobs;
    private final PartTable parts;
    private final EventLog events;
    private final TaskDesk tasks;
    private final BlobShelf blobs;
    private final Charges charges;
    private final ReducingModel reducing;
    private final Admission admission;
    private final BiConsumer<TaskInput, Optional<String>> accepted;
    private final Clock clock;

    Acceptance(
            JobTable jobs,
            PartTable parts,
            EventLog events,
            TaskDesk tasks,
            BlobShelf blobs,
            Charges charges,
            ReducingModel reducing,
            Admission admission,
            BiConsumer<TaskInput, Optional<String>> accepted,
            Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.events = events;
        this.tasks = tasks;
        this.blobs = blobs;
        this.charges = charges;
        this.reducing = reducing;
        this.admission = admission;
        this.accepted = accepted;
        this.clock = clock;
    }

    /** The id of the job; that of the first one where this is a repetition. */
    String accept(Transaction tx, NewJob job, TaskInput input) {
        Optional<JobTable.Earlier> earlier = job.idempotencyKey().flatMap(key -> jobs.underKey(tx, job.member(), key));
        if (earlier.isPresent()) {
            return repeated(earlier.get(), job);
        }
        if (tasks.jobsInFlight(tx, job.member()) >= Limit.JOBS_IN_FLIGHT_PER_MEMBER.value()) {
            throw QuestionRules.passed(Limit.JOBS_IN_FLIGHT_PER_MEMBER, "too many jobs at once");
        }
        tasks.requireRoom(tx, job.expert());
        Map<Attachment, Long> units = new HashMap<>();
        input.attachments().forEach(attachment -> units.put(attachment, hold(tx, job, attachment)));
        Plan plan = Planner.plan(input, file -> units.getOrDefault(file, 1L));
        List<NewTask> drafts = tasks(job, plan, units);
        Optional<String> reducer = reducer(plan, job);
        Outlay outlay = charges.outlay(drafts.stream().map(NewTask::terms).toList(), plan, reducer);
        boolean ownOnly = admission.isOwnOnly(tx, job.member(), outlay);
        List<NewTask> planned =
                ownOnly ? drafts.stream().map(NewTask::forOwnOnly).toList() : drafts;
        admission.accepted(tx, job.member(), ownOnly);
        if (!ownOnly) {
            charges.hold(tx, job, outlay);
        }
        if (plan instanceof Plan.Fanned fanned) {
            parts.plan(tx, job.id(), fanned, charges.toReduce(fanned, reducer));
        }
        planned.forEach(task -> tasks.enqueue(tx, task));
        int position = tasks.ahead(tx, job.id());
        jobs.add(tx, job, plan.parts(), ownOnly, position, clock.instant());
        tx.afterCommit(() -> accepted.accept(input, job.model()));
        events.begin(tx, job.id(), position);
        if (plan.parts() > 1) {
            events.append(tx, job.id(), new JobEvent.Parts(0, plan.parts()));
        }
        return job.id();
    }

    private Optional<String> reducer(Plan plan, NewJob job) {
        return switch (plan) {
            case Plan.Single _ -> Optional.empty();
            case Plan.Fanned fanned -> reducing.of(fanned.reduction(), job.expert(), job.model());
        };
    }

    private List<NewTask> tasks(NewJob job, Plan plan, Map<Attachment, Long> units) {
        return switch (plan) {
            case Plan.Single(TaskInput input) ->
                List.of(task(TaskNames.whole(job.id()), job, input, job.conversation(), units));
            case Plan.Fanned fanned -> {
                List<NewTask> each = new ArrayList<>();
                for (int i = 0; i < fanned.parts(); i++) {
                    TaskInput input = fanned.each().get(i).input();
                    // A conversation would send all of them to one worker.
                    each.add(task(TaskNames.part(job.id(), i + 1), job, input, Optional.empty(), units));
                }
                yield each;
            }
        };
    }

    private NewTask task(
            String id, NewJob job, TaskInput input, Optional<String> conversation, Map<Attachment, Long> units) {
        Asked asked = Metering.asked(input, file -> PartUnits.of(input, units.getOrDefault(file, 1L)));
        return new NewTask(
                id,
                job.id(),
                job.member(),
                input,
                conversation,
                job.model(),
                charges.terms(input.expert(), job.model(), asked),
                charges.expected(input.expert(), job.model(), asked),
                false);
    }

    private static String repeated(JobTable.Earlier earlier, NewJob job) {
        if (!earlier.requestHash().equals(job.requestHash())) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "this idempotency key was used for another request");
        }
        return earlier.job();
    }

    /** What the file counts. */
    private long hold(Transaction tx, NewJob job, Attachment attachment) {
        StoredBlob blob = blobs.find(tx, job.member(), attachment.blob(), attachment.type())
                .filter(stored -> stored.bytes() == attachment.bytes())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.ATTACHMENT_MISSING,
                        "no such file was uploaded, or it is no longer here",
                        Map.of("file", attachment.name())));
        blobs.hold(tx, job.id(), blob);
        return blob.units();
    }
}
