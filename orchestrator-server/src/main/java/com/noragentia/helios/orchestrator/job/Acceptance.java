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
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a job in, wholly within one transaction: the job, its tasks, its hold on the files, its first event. */
final class Acceptance {

    private final JobTable jobs;
    private final PartTable parts;
    private final EventLog events;
    private final TaskDesk tasks;
    private final BlobShelf blobs;
    private final Admission admission;
    private final Consumer<TaskInput> accepted;
    private final Clock clock;

    Acceptance(
            JobTable jobs,
            PartTable parts,
            EventLog events,
            TaskDesk tasks,
            BlobShelf blobs,
            Admission admission,
            Consumer<TaskInput> accepted,
            Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.events = events;
        this.tasks = tasks;
        this.blobs = blobs;
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
        boolean ownOnly = admission.isOwnOnly(tx, job.member());
        tasks.requireRoom(tx, job.expert());
        input.attachments().forEach(attachment -> hold(tx, job, attachment));
        Plan plan = Planner.plan(input);
        admission.accepted(tx, job.member(), ownOnly);
        jobs.add(tx, job, plan.parts(), ownOnly, clock.instant());
        enqueue(tx, job, plan, ownOnly);
        tx.afterCommit(() -> accepted.accept(input));
        events.append(tx, job.id(), new JobEvent.Queued(tasks.ahead(tx, job.id())));
        if (plan.parts() > 1) {
            events.append(tx, job.id(), new JobEvent.Parts(0, plan.parts()));
        }
        return job.id();
    }

    private void enqueue(Transaction tx, NewJob job, Plan plan, boolean ownOnly) {
        switch (plan) {
            case Plan.Single(TaskInput input) ->
                tasks.enqueue(
                        tx,
                        new NewTask(
                                TaskNames.whole(job.id()), job.id(), job.member(), input, job.conversation(), ownOnly));
            case Plan.Fanned fanned -> {
                parts.plan(tx, job.id(), fanned);
                for (int i = 0; i < fanned.parts(); i++) {
                    String task = TaskNames.part(job.id(), i + 1);
                    TaskInput input = fanned.each().get(i).input();
                    // A conversation would send all of them to one worker.
                    tasks.enqueue(tx, new NewTask(task, job.id(), job.member(), input, Optional.empty(), ownOnly));
                }
            }
        }
    }

    private static String repeated(JobTable.Earlier earlier, NewJob job) {
        if (!earlier.requestHash().equals(job.requestHash())) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "this idempotency key was used for another request");
        }
        return earlier.job();
    }

    private void hold(Transaction tx, NewJob job, Attachment attachment) {
        StoredBlob blob = blobs.find(tx, job.member(), attachment.blob(), attachment.type())
                .filter(stored -> stored.bytes() == attachment.bytes())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.ATTACHMENT_MISSING,
                        "no such file was uploaded, or it is no longer here",
                        Map.of("file", attachment.name())));
        blobs.hold(tx, job.id(), blob);
    }
}
