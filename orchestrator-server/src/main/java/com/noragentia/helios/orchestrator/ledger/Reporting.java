/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.StandingReport;
import java.util.Optional;

/** Puts a standing into the words of the API. Pure. */
final class Reporting {

    private Reporting() {}

    static StandingReport report(
            StandingFigures figures,
            Standing standing,
            Balance balance,
            Load load,
            JobEquivalent job,
            boolean isOpen,
            Optional<Problem> refusal) {
        TierRights rights = TierRights.of(standing.tier());
        return new StandingReport(
                standing.tier(),
                isOpen,
                isOpen || refusal.isEmpty(),
                isOpen ? null : refusal.map(Problem::code).orElse(null),
                standing.until().orElse(null),
                standing.grace(),
                standing.next(),
                standing.missing(),
                new StandingReport.Figures(
                        figures.repute().passed(),
                        figures.repute().lowerBound(),
                        figures.recentAverage(),
                        figures.lifetime(),
                        balance.available(),
                        balance.pending(),
                        figures.memberSince(),
                        load.jobsToday(),
                        load.jobsUnderWay()),
                new StandingReport.Rights(
                        rights.jobsPerDay().isPresent() ? rights.jobsPerDay().getAsInt() : null,
                        rights.jobsAtOnce(),
                        rights.debt(job),
                        TierRights.weight(standing.tier(), balance.owned(), job)),
                job.credits());
    }
}
