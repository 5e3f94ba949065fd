/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What each tier takes, besides what those below it take: trust.md 3.4. Units are those of {@link Requirement}; where they are credits, the
 * table tells usual questions.
 */
final class TierRequirements {

    static final double RECENT_JOBS_A_DAY = 5;
    static final double REPUTABLE = 0.80;
    static final double CLEAN_DAYS = 14;
    static final Duration CLEAN_TIME = Duration.ofDays((long) CLEAN_DAYS);
    static final double CONTRIBUTOR_HOURS = 24;
    static final double TRUSTWORTHY = 0.90;
    static final double TRUSTED_HOURS = 14 * 24;
    static final double TRUSTED_LIFETIME_JOBS = 500;

    private static final Map<Tier, Map<Requirement, Double>> TABLE = new EnumMap<>(Map.of(
            Tier.VISITOR,
            Map.of(),
            Tier.PROVISIONAL,
            Map.of(Requirement.CHECKS_PASSED, (double) LedgerRules.CHECKS_OF_A_NEWCOMER),
            Tier.CONTRIBUTOR,
            Map.of(
                    Requirement.RECENT_CREDIT, RECENT_JOBS_A_DAY,
                    Requirement.REPUTATION, REPUTABLE,
                    Requirement.DAYS_WITHOUT_FAILED_CHECK, CLEAN_DAYS,
                    Requirement.HOURS_AS_MEMBER, CONTRIBUTOR_HOURS),
            Tier.TRUSTED,
            Map.of(
                    Requirement.RECENT_CREDIT, RECENT_JOBS_A_DAY,
                    Requirement.REPUTATION, TRUSTWORTHY,
                    Requirement.DAYS_WITHOUT_FAILED_CHECK, CLEAN_DAYS,
                    Requirement.HOURS_AS_MEMBER, TRUSTED_HOURS,
                    Requirement.LIFETIME_CREDIT, TRUSTED_LIFETIME_JOBS)));

    private TierRequirements() {}

    /** In the units of the requirements. */
    static Map<Requirement, Double> of(Tier tier, JobEquivalent job) {
        Map<Requirement, Double> needed = new EnumMap<>(Requirement.class);
        Objects.requireNonNull(TABLE.get(tier))
                .forEach((requirement, need) -> needed.put(requirement, inUnits(requirement, need, job)));
        return needed;
    }

    private static double inUnits(Requirement requirement, double need, JobEquivalent job) {
        return switch (requirement) {
            case RECENT_CREDIT, LIFETIME_CREDIT -> job.times(need).toDouble();
            case CHECKS_PASSED, REPUTATION, DAYS_WITHOUT_FAILED_CHECK, HOURS_AS_MEMBER -> need;
        };
    }

    /** The recent average of a contributor, credits a day. */
    static Credits recentCredit(JobEquivalent job) {
        return job.times(RECENT_JOBS_A_DAY);
    }
}
