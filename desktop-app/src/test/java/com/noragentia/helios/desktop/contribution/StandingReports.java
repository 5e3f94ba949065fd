/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.contribution;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports as an orchestrator gives them. */
public final class StandingReports {

    static final Instant MARCH = Instant.parse("2026-03-04T12:00:00Z");

    private StandingReports() {}

    /** Somebody who has just come. */
    public static StandingReport visitor() {
        return new StandingReport(
                Tier.VISITOR,
                false,
                false,
                ProblemCode.CONTRIBUTION_REQUIRED,
                null,
                false,
                Tier.PROVISIONAL,
                List.of(new StandingReport.Missing(Requirement.CHECKS_PASSED, 4, 10)),
                figures(0, 0),
                new StandingReport.Rights(10, 1, Credits.of(300), 0.25),
                Credits.of(30));
    }

    /** Somebody who has helped, and may stop soon. */
    public static StandingReport contributor(boolean grace) {
        return new StandingReport(
                Tier.CONTRIBUTOR,
                false,
                true,
                null,
                MARCH,
                grace,
                Tier.TRUSTED,
                List.of(
                        new StandingReport.Missing(Requirement.RECENT_CREDIT, 120.5, 150),
                        new StandingReport.Missing(Requirement.LIFETIME_CREDIT, 2_000, 15_000)),
                figures(812.25, 3),
                new StandingReport.Rights(null, 4, Credits.of(900), 1.62),
                Credits.of(30));
    }

    /** Somebody who helps, in a network of tiny models. */
    public static StandingReport tiny() {
        return new StandingReport(
                Tier.PROVISIONAL,
                false,
                true,
                null,
                null,
                false,
                Tier.CONTRIBUTOR,
                List.of(new StandingReport.Missing(Requirement.RECENT_CREDIT, 0.0386, 0.0965)),
                figures(0.02, 3),
                new StandingReport.Rights(60, 1, Credits.of(0.193), 0.25),
                Credits.of(0.0193));
    }

    /** Somebody in a network in which standing decides nothing. */
    public static StandingReport open() {
        StandingReport closed = visitor();
        return new StandingReport(
                closed.tier(),
                true,
                true,
                null,
                null,
                false,
                closed.next(),
                closed.missing(),
                closed.figures(),
                closed.rights(),
                closed.jobEquivalent());
    }

    /** The same where a usual question costs this; null where the network does not tell. */
    static StandingReport with(StandingReport report, @Nullable Credits jobEquivalent) {
        return new StandingReport(
                report.tier(),
                report.open(),
                report.admitted(),
                report.refusal(),
                report.until(),
                report.grace(),
                report.next(),
                report.missing(),
                report.figures(),
                report.rights(),
                jobEquivalent);
    }

    private static StandingReport.Figures figures(double available, int today) {
        return new StandingReport.Figures(
                4,
                0.5,
                Credits.of(120.5),
                Credits.of(2_000),
                Credits.of(available),
                Credits.of(30),
                MARCH.minusSeconds(1_000_000),
                today,
                0);
    }
}
