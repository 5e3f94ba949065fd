/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may ask other members' computers, with what share of them, and what is missing for more. Everything but {@link #weight} belongs to a
 * unit of the store's writer. Not thread-safe; lives on the writer's thread.
 */
public final class StandingDesk {

    /** A standing that lets a member in counts so long before it is looked at anew. What refuses is looked at each time. */
    static final Duration FRESH = Duration.ofSeconds(30);

    /** Noted again only when it has moved by more: it is an aid to a grace of days. */
    private static final Duration NOTEWORTHY = Duration.ofHours(1);

    private final Accounts accounts;
    private final Reputations reputations;
    private final MemberDates dates;
    private final Access access;
    private final JobEquivalent job;
    private final Clock clock;
    private final StandingTable table = new StandingTable();
    private final KnownStandings known;

    StandingDesk(
            Accounts accounts,
            Reputations reputations,
            MemberDates dates,
            Access access,
            JobEquivalent job,
            Clock clock) {
        this.accounts = accounts;
        this.reputations = reputations;
        this.dates = dates;
        this.access = access;
        this.job = job;
        this.known = new KnownStandings(job);
        this.clock = clock;
    }

    /** Why a question of a member may not go to other members' computers; empty where it may. */
    public Optional<Problem> refusal(Transaction tx, String member, Load load) {
        if (access == Access.EVERYONE) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Credits available = accounts.balance(tx, member).available();
        Standing standing = known.admitted(member, now.minus(FRESH)).orElseGet(() -> {
            Standing reckoned = standing(tx, member, now);
            known.reckoned(member, reckoned, available, now);
            return reckoned;
        });
        known.weighed(member, available);
        return Entrance.refusal(standing, available, load, job);
    }

    /** A member's share of a busy network, beside others'; that of when it was last let in. Cheap. */
    public double weight(String member) {
        return access == Access.EVERYONE ? TierRights.WEIGHT_USUAL : known.weight(member);
    }

    /** Where a member stands, in numbers. */
    public StandingReport report(Transaction tx, String member, Load load) {
        Instant now = clock.instant();
        StandingFigures figures = figures(tx, member, now);
        Standing standing = Standing.of(figures, job, now);
        Balance balance = accounts.balance(tx, member);
        note(tx, member, figures, standing);
        known.reckoned(member, standing, balance.available(), now);
        Optional<Problem> refusal = Entrance.refusal(standing, balance.available(), load, job);
        return Reporting.report(figures, standing, balance, load, job, access == Access.EVERYONE, refusal);
    }

    private Standing standing(Transaction tx, String member, Instant now) {
        StandingFigures figures = figures(tx, member, now);
        Standing standing = Standing.of(figures, job, now);
        note(tx, member, figures, standing);
        return standing;
    }

    private StandingFigures figures(Transaction tx, String member, Instant now) {
        Instant since = dates.since(tx, member);
        return new StandingFigures(
                since,
                reputations.of(tx, member),
                RecentAverage.of(accounts.recentAverage(tx, member), since, now),
                accounts.lifetime(tx, member),
                table.activeUntil(tx, member));
    }

    private void note(Transaction tx, String member, StandingFigures figures, Standing standing) {
        Instant noted = figures.activeUntil().orElse(Instant.EPOCH).plus(NOTEWORTHY);
        standing.activeUntil().filter(end -> end.isAfter(noted)).ifPresent(end -> table.note(tx, member, end));
    }

    /** Forgets what is kept of a member who leaves. */
    public void forget(Transaction tx, String member) {
        table.delete(tx, member);
        known.remove(member);
    }
}
