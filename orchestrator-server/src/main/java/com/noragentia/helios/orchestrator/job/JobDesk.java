/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.JobWait;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The door of the slice: ask, look, take back. A member sees only own jobs. Thread-safe. */
public final class JobDesk {

    private final Store store;
    private final JobTable jobs;
    private final EventLog events;
    private final Endings endings;
    private final Acceptance acceptance;
    private final TaskDesk tasks;
    private final ModelChoice models;
    private final LookChoice looks;
    private final Secrets secrets;
    private final Clock clock;

    JobDesk(
            Store store,
            JobTable jobs,
            EventLog events,
            Endings endings,
            Acceptance acceptance,
            TaskDesk tasks,
            ModelChoice models,
            LookChoice looks,
            Secrets secrets,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.events = events;
        this.endings = endings;
        this.acceptance = acceptance;
        this.tasks = tasks;
        this.models = models;
        this.looks = looks;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Accepts a job; once this returns the job cannot be lost. */
    String submit(String member, JobRequest request, Optional<String> idempotencyKey) {
        TaskInput input = request.input();
        QuestionRules.check(input);
        AttachmentRules.check(input);
        QuestionRules.checkConversation(request.conversation());
        Optional<Looking> looking = looks.of(request);
        NewJob job = new NewJob(
                secrets.id(clock.instant()),
                member,
                input.expert(),
                Optional.ofNullable(request.conversation()),
                // Of a look, each part has its own.
                models.of(looking.isPresent() ? new JobRequest(input) : request),
                looking,
                idempotencyKey,
                idempotencyKey.map(_ -> Sha256.hex(JsonCodec.encode(request))).orElse(""));
        return store.write(tx -> acceptance.accept(tx, job, input));
    }

    /** Where a job stands. Only what is still open costs the writer anything. */
    JobStatus status(String member, String jobId) {
        boolean isOver = store.read(tx -> own(tx, member, jobId)).state().isFinal();
        JobWait wait = isOver ? JobWait.OVER : store.write(tx -> tasks.progress(tx, jobId));
        return store.read(tx -> status(tx, own(tx, member, jobId), wait));
    }

    private JobStatus status(Transaction tx, StoredJob job, JobWait wait) {
        boolean isOver = job.state().isFinal();
        OptionalInt position = isOver ? OptionalInt.empty() : wait.position();
        Optional<JobEvent> ending = events.ending(tx, job.id());
        return new JobStatus(
                job.id(),
                wait.isRunning() && !isOver ? JobState.RUNNING : job.state(),
                job.acceptedAt(),
                tasks.attempts(tx, job.id()),
                position.isPresent() ? position.getAsInt() : null,
                isOver ? null : wait.estimate().map(Duration::toMillis).orElse(null),
                tasks.isPossible(job.lane()),
                isOver ? null : wait.reason().orElse(null),
                job.parts(),
                job.state() == JobState.DONE ? job.parts() : job.partsDone(),
                ending.map(JobDesk::result).orElse(null),
                ending.map(JobDesk::problem).orElse(null));
    }

    private static @Nullable JobResult result(JobEvent ending) {
        return ending instanceof JobEvent.Done(JobResult result) ? result : null;
    }

    private static @Nullable Problem problem(JobEvent ending) {
        return switch (ending) {
            case JobEvent.Faulted(Problem problem) -> problem;
            case JobEvent.Expired _ -> Problem.of(ProblemCode.JOB_EXPIRED, "no worker took the job in time");
            case JobEvent.Queued _,
                    JobEvent.Started _,
                    JobEvent.Working _,
                    JobEvent.Parts _,
                    JobEvent.Token _,
                    JobEvent.Requeued _,
                    JobEvent.Done _,
                    JobEvent.Cancelled _ -> null;
        };
    }

    /** Takes a job back; without effect once it has ended. */
    void cancel(String member, String jobId) {
        store.write(tx -> {
            StoredJob job = own(tx, member, jobId);
            tasks.cancel(tx, job.id());
            endings.end(tx, job.id(), JobState.CANCELLED, new JobEvent.Cancelled());
            return true;
        });
    }

    /**
     * Makes sure that a member may follow a job.
     *
     * @throws ProblemException {@code job-not-found}, or {@code job-expired} where its events are forgotten
     */
    void requireFollowable(String member, String jobId) {
        if (store.read(tx -> own(tx, member, jobId)).isForgotten()) {
            throw new ProblemException(ProblemCode.JOB_EXPIRED, "the job's content has been deleted");
        }
    }

    private StoredJob own(Transaction tx, String member, String jobId) {
        return jobs.find(tx, jobId)
                .filter(job -> job.member().equals(member))
                .orElseThrow(() -> new ProblemException(ProblemCode.JOB_NOT_FOUND, "you have no such job"));
    }
}
