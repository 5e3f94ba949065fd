/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.blob.StoredBlob;
import com.noragentia.helios.orchestrator.dispatch.NewTask;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Clock;
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
    private final Drafts drafts;
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
            Drafts drafts,
            Admission admission,
            BiConsumer<TaskInput, Optional<String>> accepted,
            Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.events = events;
        this.tasks = tasks;
        this.blobs = blobs;
        this.charges = charges;
        this.drafts = drafts;
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
        Map<Attachment, FileExtent> extents = new HashMap<>();
        input.attachments().forEach(attachment -> extents.put(attachment, hold(tx, job, attachment)));
        Drafts.Draft draft = affordable(tx, drafts.of(job, input, extents), input, extents);
        boolean ownOnly = admission.isOwnOnly(tx, job.member(), draft.outlay());
        return enter(tx, ownOnly ? onOwn(draft, input, extents) : draft, input, ownOnly);
    }

    private String enter(Transaction tx, Drafts.Draft draft, TaskInput input, boolean ownOnly) {
        NewJob job = draft.job();
        Plan plan = draft.plan();
        draft.tasks().stream()
                .map(task -> task.input().expert())
                .distinct()
                .forEach(expert -> tasks.requireRoom(tx, expert));
        admission.accepted(tx, job.member(), ownOnly);
        if (!ownOnly) {
            charges.hold(tx, job, draft.outlay());
        }
        if (plan instanceof Plan.Fanned fanned) {
            parts.plan(tx, job.id(), fanned, charges.toReduce(fanned, draft.reducer()));
        }
        draft.tasks().forEach(task -> tasks.enqueue(tx, ownOnly ? task.forOwnOnly() : task));
        int position = tasks.ahead(tx, job.id());
        jobs.add(tx, job, plan.parts(), ownOnly, position, clock.instant());
        tx.afterCommit(() -> tell(job, input, draft.tasks()));
        events.begin(tx, job.id(), position);
        if (plan.parts() > 1) {
            events.append(tx, job.id(), new JobEvent.Parts(0, plan.parts()));
        }
        return job.id();
    }

    /** Better quotes than a refusal: where standing does not reach to what a language model reads of documents, the model that quotes answers. */
    private Drafts.Draft affordable(
            Transaction tx, Drafts.Draft draft, TaskInput input, Map<Attachment, FileExtent> extents) {
        return admission.isRefused(tx, draft.job().member(), draft.outlay())
                ? drafts.quoting(draft, input, extents)
                        .filter(quoting -> !admission.isRefused(tx, draft.job().member(), quoting.outlay()))
                        .orElse(draft)
                : draft;
    }

    /** A look at pictures was planned for everybody's computers: of what none of the member's own can do, that is told. */
    private Drafts.Draft onOwn(Drafts.Draft draft, TaskInput input, Map<Attachment, FileExtent> extents) {
        NewJob job = draft.job();
        return job.looking()
                .map(look -> look.onOwn(lane -> tasks.isPossible(lane, job.member())))
                .map(look -> drafts.of(job.lookingFor(look), input, extents))
                .orElse(draft);
    }

    /** What is asked of other experts than the job's is their demand too, also where nobody is there to answer it. */
    private void tell(NewJob job, TaskInput input, List<NewTask> planned) {
        accepted.accept(input, job.model());
        planned.stream()
                .filter(task -> task.input().expert() != job.expert())
                .forEach(task -> accepted.accept(task.input(), task.model()));
        if (input instanceof TaskInput.Image image) {
            job.looking().stream()
                    .flatMap(look -> look.unseen().stream())
                    .filter(unseen -> unseen.why() == TaskInput.Absence.AWAY)
                    .forEach(unseen -> accepted.accept(
                            LookParts.task(image, image.attachments(), unseen.sight()), Optional.empty()));
        }
    }

    private static String repeated(JobTable.Earlier earlier, NewJob job) {
        if (!earlier.requestHash().equals(job.requestHash())) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "this idempotency key was used for another request");
        }
        return earlier.job();
    }

    /** How much there is in the file. */
    private FileExtent hold(Transaction tx, NewJob job, Attachment attachment) {
        StoredBlob blob = blobs.find(tx, job.member(), attachment.blob(), attachment.type())
                .filter(stored -> stored.bytes() == attachment.bytes())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.ATTACHMENT_MISSING,
                        "no such file was uploaded, or it is no longer here",
                        Map.of("file", attachment.name())));
        blobs.hold(tx, job.id(), blob);
        return blob.extent();
    }
}
