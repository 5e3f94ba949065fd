/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.api.Tier;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What each tier takes, besides what those below it take: trust.md 3.4. Units are those of {@link Requirement}. */
final class TierRequirements {

    static final double CHECKS = 10;
    static final double RECENT_CREDITS_A_DAY = 150;
    static final double REPUTABLE = 0.80;
    static final double CLEAN_DAYS = 14;
    static final double CONTRIBUTOR_HOURS = 24;
    static final double TRUSTWORTHY = 0.90;
    static final double TRUSTED_HOURS = 14 * 24;
    static final double TRUSTED_LIFETIME_CREDITS = 15_000;

    private static final Map<Tier, Map<Requirement, Double>> TABLE = new EnumMap<>(Map.of(
            Tier.VISITOR,
            Map.of(),
            Tier.PROVISIONAL,
            Map.of(Requirement.CHECKS_PASSED, CHECKS),
            Tier.CONTRIBUTOR,
            Map.of(
                    Requirement.RECENT_CREDIT, RECENT_CREDITS_A_DAY,
                    Requirement.REPUTATION, REPUTABLE,
                    Requirement.DAYS_WITHOUT_FAILED_CHECK, CLEAN_DAYS,
                    Requirement.HOURS_AS_MEMBER, CONTRIBUTOR_HOURS),
            Tier.TRUSTED,
            Map.of(
                    Requirement.RECENT_CREDIT, RECENT_CREDITS_A_DAY,
                    Requirement.REPUTATION, TRUSTWORTHY,
                    Requirement.DAYS_WITHOUT_FAILED_CHECK, CLEAN_DAYS,
                    Requirement.HOURS_AS_MEMBER, TRUSTED_HOURS,
                    Requirement.LIFETIME_CREDIT, TRUSTED_LIFETIME_CREDITS)));

    private TierRequirements() {}

    static Map<Requirement, Double> of(Tier tier) {
        return Objects.requireNonNull(TABLE.get(tier));
    }
}
