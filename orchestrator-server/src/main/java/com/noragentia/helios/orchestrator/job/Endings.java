/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import java.time.Clock;

/** Ends jobs, each once, and lets go of what was held for them. */
final class Endings {

    private final JobTable jobs;
    private final EventLog events;
    private final Charges charges;
    private final Clock clock;

    Endings(JobTable jobs, EventLog events, Charges charges, Clock clock) {
        this.jobs = jobs;
        this.events = events;
        this.charges = charges;
        this.clock = clock;
    }

    /** Without effect where the job has ended already. */
    void end(Transaction tx, String job, JobState state, JobEvent event) {
        if (jobs.end(tx, job, state, clock.instant())) {
            charges.release(tx, job);
            events.append(tx, job, event);
        }
    }
}
