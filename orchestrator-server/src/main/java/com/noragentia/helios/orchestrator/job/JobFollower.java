/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Turns what happens to tasks into events of their job. */
final class JobFollower implements TaskFollower {

    private final JobTable jobs;
    private final EventLog events;
    private final Endings endings;
    private final PartFollower parts;
    private final Results results;
    private final Clock clock;

    JobFollower(JobTable jobs, EventLog events, Endings endings, PartFollower parts, Results results, Clock clock) {
        this.jobs = jobs;
        this.events = events;
        this.endings = endings;
        this.parts = parts;
        this.results = results;
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
        if (TaskNames.isPart(lease)) {
            return;
        }
        if (index == 0) {
            jobs.markFirstPiece(tx, lease.job(), clock.instant());
        }
        events.append(tx, lease.job(), new JobEvent.Token(index, text));
    }

    @Override
    public void requeued(Transaction tx, Lease lease) {
        if (TaskNames.isPart(lease)) {
            parts.requeued(tx, lease);
            return;
        }
        jobs.markQueued(tx, lease.job());
        events.append(tx, lease.job(), new JobEvent.Requeued(lease.stored().pieces()));
    }

    @Override
    public void completed(Transaction tx, Lease lease, TaskOutput output, Usage usage) {
        if (TaskNames.isPart(lease)) {
            parts.completed(tx, lease, output, usage);
            return;
        }
        StoredJob job = jobs.find(tx, lease.job()).orElseThrow();
        List<Contribution> all = new ArrayList<>(parts.contributions(tx, job));
        all.add(Contribution.of(lease, output, usage));
        endings.end(tx, job.id(), JobState.DONE, new JobEvent.Done(results.of(job, all, output)));
    }

    @Override
    public void faulted(Transaction tx, String task, String job, Problem problem) {
        if (TaskNames.isPart(task, job)) {
            parts.faulted(tx, job, problem);
            return;
        }
        endings.end(tx, job, JobState.FAULTED, new JobEvent.Faulted(problem));
    }
}
