/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import java.time.Clock;

/** Ends jobs, each once. */
final class Endings {

    private final JobTable jobs;
    private final EventLog events;
    private final Clock clock;

    Endings(JobTable jobs, EventLog events, Clock clock) {
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Without effect where the job has ended already. */
    void end(Transaction tx, String job, JobState state, JobEvent event) {
        if (jobs.end(tx, job, state, clock.instant())) {
            events.append(tx, job, event);
        }
    }
}
