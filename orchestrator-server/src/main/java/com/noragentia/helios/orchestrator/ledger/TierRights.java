/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What each tier gives, as one table: trust.md 3.4. There, debts are for contributors only; here the two below may owe as much as ten usual
 * questions cost, as a request below the line queues behind and is not refused. More would let throw-away accounts spend without end.
 *
 * @param jobsPerDay questions for others' computers from midnight to midnight UTC; empty for any number
 * @param jobsAtOnce questions under way, those that wait included
 * @param debtJobs how far below zero the balance may be when a question is asked, in usual questions
 */
record TierRights(OptionalInt jobsPerDay, int jobsAtOnce, double debtJobs) {

    private static final Map<Tier, TierRights> TABLE = new EnumMap<>(Map.of(
            Tier.VISITOR, new TierRights(OptionalInt.of(10), 1, 10),
            Tier.PROVISIONAL, new TierRights(OptionalInt.of(60), 1, 10),
            Tier.CONTRIBUTOR, new TierRights(OptionalInt.empty(), 4, 30),
            Tier.TRUSTED, new TierRights(OptionalInt.empty(), 4, 30)));

    /** Of those below the line: whoever is above it goes before. */
    static final double WEIGHT_BEHIND = 0.25;
    /** Of those who have shown that they answer right, and no more. */
    static final double WEIGHT_USUAL = 1;

    static final double WEIGHT_MOST = 6;
    /**
     * How far beyond the debt a question may lead if its answer is as long as any that is paid for, in usual questions: a picture may cost 67, and 18
     * as a rule, which a newcomer's allowance, the debt and this together just cover.
     */
    static final double BEYOND_DEBT_JOBS = 50;
    /** With so many usual questions to spend a contributor's weight is 2, with three times as many 3, and so on by powers of two. */
    static final double JOBS_FOR_WEIGHT = 50;

    static TierRights of(Tier tier) {
        return Objects.requireNonNull(TABLE.get(tier));
    }

    /** How far below zero the balance may be. */
    Credits debt(JobEquivalent job) {
        return job.times(debtJobs);
    }

    /** The share of a busy network: 1 + log2(1 + balance / 50 usual questions) for contributors, at most 6; below zero everybody queues behind. */
    static double weight(Tier tier, Credits owned, JobEquivalent job) {
        if (owned.micros() < 0) {
            return WEIGHT_BEHIND;
        }
        return switch (tier) {
            case VISITOR -> WEIGHT_BEHIND;
            case PROVISIONAL -> WEIGHT_USUAL;
            case CONTRIBUTOR, TRUSTED -> {
                double saved = owned.toDouble();
                double doublings =
                        Math.log(1 + saved / job.times(JOBS_FOR_WEIGHT).toDouble()) / Math.log(2);
                yield Math.min(WEIGHT_USUAL + doublings, WEIGHT_MOST);
            }
        };
    }
}
