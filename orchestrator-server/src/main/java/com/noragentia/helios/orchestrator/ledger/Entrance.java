/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.Map;
import java.util.Optional;

/** Whether a question may go to other members' computers. Pure. */
final class Entrance {

    private Entrance() {}

    /**
     * Why not; empty where it may.
     *
     * @param available the member's matured credits without what is kept back
     */
    static Optional<Problem> refusal(Standing standing, Credits available, Load load, JobEquivalent job) {
        TierRights rights = TierRights.of(standing.tier());
        if (standing.bad()) {
            return Optional.of(Problem.of(ProblemCode.REPUTATION_LOST, "checks of the member's devices failed lately"));
        }
        if (!standing.contributed()) {
            return Optional.of(Problem.of(ProblemCode.CONTRIBUTION_REQUIRED, "the member has never contributed"));
        }
        Credits debt = rights.debt(job);
        if (available.compareTo(debt.negated()) < 0) {
            return Optional.of(limited(ProblemCode.CREDITS_SPENT, "the member's debt is too large", debt.toString()));
        }
        int jobsPerDay = rights.jobsPerDay().orElse(Integer.MAX_VALUE);
        if (load.jobsToday() >= jobsPerDay) {
            return Optional.of(
                    limited(ProblemCode.DAILY_LIMIT_REACHED, "enough jobs for a day", Integer.toString(jobsPerDay)));
        }
        if (load.jobsUnderWay() >= rights.jobsAtOnce()) {
            return Optional.of(
                    limited(ProblemCode.TOO_MANY_JOBS, "too many jobs at once", Integer.toString(rights.jobsAtOnce())));
        }
        return Optional.empty();
    }

    private static Problem limited(ProblemCode code, String detail, String limit) {
        return new Problem(code, detail, Map.of("limit", limit));
    }
}
