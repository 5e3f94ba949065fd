/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns what happens to a task into events of its job. */
final class JobFollower implements TaskFollower {

    private final JobTable jobs;
    private final EventLog events;
    private final Endings endings;
    private final Clock clock;

    JobFollower(JobTable jobs, EventLog events, Endings endings, Clock clock) {
        this.jobs = jobs;
        this.events = events;
        this.endings = endings;
        this.clock = clock;
    }

    @Override
    public void started(Transaction tx, Lease lease) {
        jobs.markRunning(tx, lease.job());
        events.append(tx, lease.job(), new JobEvent.Started(lease.holder().name(), lease.model(), lease.attempt()));
    }

    @Override
    public void working(Transaction tx, Lease lease, Phase phase, int done, int total) {
        events.append(tx, lease.job(), new JobEvent.Working(phase, done, total));
    }

    @Override
    public void piece(Transaction tx, Lease lease, int index, String text) {
        if (index == 0) {
            jobs.markFirstPiece(tx, lease.job(), clock.instant());
        }
        events.append(tx, lease.job(), new JobEvent.Token(index, text));
    }

    @Override
    public void requeued(Transaction tx, Lease lease) {
        jobs.markQueued(tx, lease.job());
        events.append(tx, lease.job(), new JobEvent.Requeued(lease.stored().pieces()));
    }

    @Override
    public void completed(Transaction tx, Lease lease, TaskOutput output, Usage usage) {
        StoredJob job = jobs.find(tx, lease.job()).orElseThrow();
        JobResult result = new JobResult(
                output, lease.holder().name(), lease.model(), usage, timings(job, lease), credits(job, lease));
        endings.end(tx, lease.job(), JobState.DONE, new JobEvent.Done(result));
    }

    private JobResult.Timings timings(StoredJob job, Lease lease) {
        Instant now = clock.instant();
        return new JobResult.Timings(
                millis(job, lease.issuedAt()), millis(job, job.firstPieceAt().orElse(now)), millis(job, now));
    }

    private static long millis(StoredJob job, Instant until) {
        return Duration.between(job.acceptedAt(), until).toMillis();
    }

    /** Own devices cost nothing; what others cost is not known before there is a ledger. */
    private static @Nullable Double credits(StoredJob job, Lease lease) {
        return job.member().equals(lease.holder().member()) ? 0.0 : null;
    }

    @Override
    public void faulted(Transaction tx, String job, Problem problem) {
        endings.end(tx, job, JobState.FAULTED, new JobEvent.Faulted(problem));
    }
}
