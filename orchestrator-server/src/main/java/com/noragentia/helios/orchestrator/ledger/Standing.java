/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.api.StandingReport.Missing;
import com.noragentia.helios.protocol.api.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a member stands: trust.md 3.4, as a pure function of figures and time.
 *
 * @param bad whether so much was answered wrong, so lately, that nobody works for this member
 * @param contributed whether anything of use ever came from this member
 * @param until when the tier ends, or where reputation is bad the refusal, if nothing more is earned and no check fails
 * @param grace whether the tier lasts only because the recent average was enough a short time ago
 * @param next the tier that {@code missing} leads to
 * @param activeUntil up to when the recent average was or will be enough, to be remembered: grace begins there
 */
record Standing(
        Tier tier,
        boolean bad,
        boolean contributed,
        Optional<Instant> until,
        boolean grace,
        Tier next,
        List<Missing> missing,
        Optional<Instant> activeUntil) {

    /** A tier outlasts the recent average that it takes by so long. */
    static final Duration GRACE = Duration.ofDays(3);
    /** Below this lower bound, with a check failed in the last {@link TierRequirements#CLEAN_DAYS}, reputation is bad. */
    static final double BAD_BELOW = 0.50;

    /** However high an average is: a forecast beyond this means nothing, and this much is exact in milliseconds. */
    private static final Duration LONGEST_FORECAST = Duration.ofDays(365);

    static Standing of(StandingFigures figures, JobEquivalent job, Instant now) {
        Optional<Instant> activeUntil = activeUntil(figures, job, now);
        boolean isKept =
                activeUntil.filter(end -> now.isBefore(end.plus(GRACE))).isPresent();
        Tier tier = tier(figures, isKept, job, now);
        boolean isActive = figures.recentAverage().compareTo(TierRequirements.recentCredit(job)) >= 0;
        boolean needsActivity = tier.compareTo(Tier.CONTRIBUTOR) >= 0;
        boolean isBad = isBad(figures.repute(), now);
        Tier next = after(tier);
        return new Standing(
                tier,
                isBad,
                figures.hasContributed(),
                isBad
                        ? figures.repute().failedAt().map(at -> at.plus(TierRequirements.CLEAN_TIME))
                        : activeUntil.filter(_ -> needsActivity).map(end -> end.plus(GRACE)),
                needsActivity && !isActive,
                next,
                missing(next, figures, job, now),
                activeUntil);
    }

    private static Tier after(Tier tier) {
        return switch (tier) {
            case VISITOR -> Tier.PROVISIONAL;
            case PROVISIONAL -> Tier.CONTRIBUTOR;
            case CONTRIBUTOR, TRUSTED -> Tier.TRUSTED;
        };
    }

    /**
     * With b for what {@link RecentAverage#before} tells, the average a of one who earns nothing is a·(1 − b)·x / (1 − b·x) after 7 d · log2(1/x). It
     * meets the line after 7 d · log2(a / line · (1 − b) + b), or if it is below did so that long ago at the latest: what was earned since would
     * put it further back. Whatever is noted is believed no further than that, so that neither a reversed mistake nor a line that rose leaves
     * a member its tier for a time that today's figures cannot explain.
     */
    private static Optional<Instant> activeUntil(StandingFigures figures, JobEquivalent job, Instant now) {
        double surplus = figures.recentAverage().toDouble()
                / TierRequirements.recentCredit(job).toDouble();
        double before = RecentAverage.before(figures.memberSince(), now);
        double halvings = Math.log(surplus * (1 - before) + before) / Math.log(2);
        double millis = LedgerRules.ACTIVITY_HALF_LIFE.toMillis() * halvings;
        Instant end = now.plusMillis((long) Math.min(millis, (double) LONGEST_FORECAST.toMillis()));
        return surplus < 1 ? figures.activeUntil().map(noted -> noted.isBefore(end) ? noted : end) : Optional.of(end);
    }

    private static Tier tier(StandingFigures figures, boolean isKept, JobEquivalent job, Instant now) {
        Tier reached = Tier.VISITOR;
        for (Tier tier : Tier.values()) {
            for (Map.Entry<Requirement, Double> needed :
                    TierRequirements.of(tier, job).entrySet()) {
                boolean isGranted = needed.getKey() == Requirement.RECENT_CREDIT && isKept;
                if (!isGranted && figures.have(needed.getKey(), now) < needed.getValue()) {
                    return reached;
                }
            }
            reached = tier;
        }
        return reached;
    }

    private static boolean isBad(Repute repute, Instant now) {
        return repute.lowerBound() < BAD_BELOW
                && repute.failedAt()
                        .filter(at -> now.isBefore(at.plus(TierRequirements.CLEAN_TIME)))
                        .isPresent();
    }

    private static List<Missing> missing(Tier next, StandingFigures figures, JobEquivalent job, Instant now) {
        return TierRequirements.of(next, job).entrySet().stream()
                .map(needed -> new Missing(needed.getKey(), figures.have(needed.getKey(), now), needed.getValue()))
                .filter(missing -> missing.have() < missing.need())
                .sorted(Comparator.comparing(Missing::requirement))
                .toList();
    }
}
