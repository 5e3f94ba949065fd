/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a question may go to other members' computers. What it will probably cost must fit into what the member has and may owe, and the most
 * that it can cost must not pass that by more than {@link TierRights#BEYOND_DEBT_JOBS}: so no account ever owes more by what it asked. Pure.
 */
final class Entrance {

    private Entrance() {}

    /**
     * Why not; empty where it may.
     *
     * @param balance with what the jobs that the member has under way come to
     * @param question what this one comes to
     */
    static Optional<Problem> refusal(
            Standing standing, Balance balance, Load load, Outlay question, JobEquivalent job) {
        TierRights rights = TierRights.of(standing.tier());
        if (standing.bad()) {
            return Optional.of(Problem.of(ProblemCode.REPUTATION_LOST, "checks of the member's devices failed lately"));
        }
        if (!standing.contributed()) {
            return Optional.of(Problem.of(ProblemCode.CONTRIBUTION_REQUIRED, "the member has never contributed"));
        }
        Credits debt = rights.debt(job);
        if (balance.owned().compareTo(debt.negated()) < 0) {
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
        return affordable(balance, question, debt, debt.plus(job.times(TierRights.BEYOND_DEBT_JOBS)));
    }

    private static Optional<Problem> affordable(Balance balance, Outlay question, Credits debt, Credits furthest) {
        Credits owned = balance.owned();
        if (owes(owned, question.typical(), debt)) {
            return Optional.of(tooDear(question.typical(), owned, debt));
        }
        if (owes(owned, question.most(), furthest)) {
            return Optional.of(tooDear(question.most(), owned, furthest));
        }
        Outlay together = balance.open().plus(question);
        if (owes(owned, together.typical(), debt) || owes(owned, together.most(), furthest)) {
            return Optional.of(Problem.of(ProblemCode.CREDITS_KEPT_BACK, "credits are kept back for jobs under way"));
        }
        return Optional.empty();
    }

    /** Whether a debt would be passed. */
    private static boolean owes(Credits owned, Credits cost, Credits debt) {
        return owned.minus(cost).compareTo(debt.negated()) < 0;
    }

    private static Problem tooDear(Credits cost, Credits owned, Credits limit) {
        return new Problem(
                ProblemCode.QUESTION_TOO_DEAR,
                "the question costs more than the member may owe",
                Map.of("cost", cost.toString(), "have", owned.toString(), "limit", limit.toString()));
    }

    private static Problem limited(ProblemCode code, String detail, String limit) {
        return new Problem(code, detail, Map.of("limit", limit));
    }
}
