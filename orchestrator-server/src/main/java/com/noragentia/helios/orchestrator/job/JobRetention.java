/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.dispatch.OpenTask;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends what nobody serves, and forgets what was said once it is no longer needed. */
public final class JobRetention {

    /** How long the content of a job stays after its end. */
    public static final Duration KEEP = Duration.ofMinutes(20);

    private final Store store;
    private final JobTable jobs;
    private final PartTable parts;
    private final EventLog events;
    private final Endings endings;
    private final TaskDesk tasks;
    private final BlobShelf blobs;
    private final Clock clock;

    JobRetention(
            Store store,
            JobTable jobs,
            PartTable parts,
            EventLog events,
            Endings endings,
            TaskDesk tasks,
            BlobShelf blobs,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.parts = parts;
        this.events = events;
        this.endings = endings;
        this.tasks = tasks;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Ends jobs that nobody has served in time; those that can do without what is late go on. */
    public void expireUnserved() {
        store.write(tx -> {
            for (OpenTask task : tasks.overdue(tx)) {
                if (parts.mayBeMissed(tx, task.task())) {
                    tasks.giveUp(tx, task.task());
                } else {
                    expire(tx, task.job());
                }
            }
            return true;
        });
    }

    private void expire(Transaction tx, String job) {
        tasks.expire(tx, job);
        endings.end(tx, job, JobState.EXPIRED, new JobEvent.Expired());
    }

    /** Deletes input, output, events and holds on files of jobs that ended {@link #KEEP} ago. */
    public void forgetEnded() {
        Instant endedBefore = clock.instant().minus(KEEP);
        if (!store.read(tx -> jobs.endedBefore(tx, endedBefore)).isEmpty()) {
            store.write(tx -> {
                jobs.endedBefore(tx, endedBefore).forEach(job -> forget(tx, job));
                return true;
            });
        }
    }

    private void forget(Transaction tx, String job) {
        events.delete(tx, job);
        tasks.forget(tx, job);
        parts.delete(tx, job);
        blobs.release(tx, job);
        jobs.markForgotten(tx, job, clock.instant());
    }
}
