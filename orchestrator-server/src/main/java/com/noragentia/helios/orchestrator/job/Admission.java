/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.ledger.Load;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.StandingDesk;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.Optional;

/**
 * Whether a job is taken in, and for whose computers: those of everybody where the member's standing allows it, else the member's own, if one
 * is online. Not thread-safe; lives on the writer's thread.
 */
final class Admission {

    private final StandingDesk standing;
    private final TaskDesk tasks;
    private final JobsToday today;

    Admission(StandingDesk standing, TaskDesk tasks, JobsToday today) {
        this.standing = standing;
        this.tasks = tasks;
        this.today = today;
    }

    /**
     * Whether only the member's own devices may serve another job of a member.
     *
     * @param outlay what the job comes to
     * @throws ProblemException what standing says, where no own device is online
     */
    boolean isOwnOnly(Transaction tx, String member, Outlay outlay) {
        Optional<Problem> refusal = refusal(tx, member, outlay);
        if (refusal.isPresent() && !tasks.hasOwnOnline(member)) {
            throw new ProblemException(refusal.get());
        }
        return refusal.isPresent();
    }

    /** Whether a job would be refused: neither others' computers nor the member's own may serve it. */
    boolean isRefused(Transaction tx, String member, Outlay outlay) {
        return refusal(tx, member, outlay).isPresent() && !tasks.hasOwnOnline(member);
    }

    private Optional<Problem> refusal(Transaction tx, String member, Outlay outlay) {
        Load load = new Load(today.of(tx, member), tasks.jobsInFlight(tx, member));
        return standing.refusal(tx, member, load, outlay);
    }

    /** Counts a job whose row is about to be written. */
    void accepted(Transaction tx, String member, boolean ownOnly) {
        if (!ownOnly) {
            today.accepted(tx, member);
        }
    }
}
