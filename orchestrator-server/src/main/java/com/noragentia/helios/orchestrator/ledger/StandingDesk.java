/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.StandingReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

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
    private final Supplier<JobEquivalent> job;
    private final Clock clock;
    private final StandingTable table = new StandingTable();
    private final KnownStandings known;

    StandingDesk(
            Accounts accounts,
            Reputations reputations,
            MemberDates dates,
            Access access,
            Supplier<JobEquivalent> job,
            Clock clock) {
        this.accounts = accounts;
        this.reputations = reputations;
        this.dates = dates;
        this.access = access;
        this.job = job;
        this.known = new KnownStandings(job);
        this.clock = clock;
    }

    /**
     * Why a question of a member may not go to other members' computers; empty where it may.
     *
     * @param question what it comes to
     */
    public Optional<Problem> refusal(Transaction tx, String member, Load load, Outlay question) {
        if (access == Access.EVERYONE) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Balance balance = accounts.balance(tx, member);
        Standing standing = known.admitted(member, now.minus(FRESH)).orElseGet(() -> {
            Standing reckoned = standing(tx, member, now);
            known.reckoned(member, reckoned, balance.owned(), now);
            return reckoned;
        });
        known.weighed(member, balance.owned());
        return Entrance.refusal(standing, balance, load, question, job.get());
    }

    /** A member's share of a busy network, beside others'; that of when it was last let in. Cheap. */
    public double weight(String member) {
        return access == Access.EVERYONE ? TierRights.WEIGHT_USUAL : known.weight(member);
    }

    /** Where a member stands, in numbers. */
    public StandingReport report(Transaction tx, String member, Load load) {
        Instant now = clock.instant();
        JobEquivalent cost = job.get();
        StandingFigures figures = figures(tx, member, now);
        Standing standing = Standing.of(figures, cost, now);
        Balance balance = accounts.balance(tx, member);
        note(tx, member, figures, standing);
        known.reckoned(member, standing, balance.owned(), now);
        Outlay usual = Outlay.of(cost.burn().with(cost.credits()));
        Optional<Problem> refusal = Entrance.refusal(standing, balance, load, usual, cost);
        return Reporting.report(figures, standing, balance, load, cost, access == Access.EVERYONE, refusal);
    }

    private Standing standing(Transaction tx, String member, Instant now) {
        StandingFigures figures = figures(tx, member, now);
        Standing standing = Standing.of(figures, job.get(), now);
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
        Instant noted = figures.activeUntil().orElse(Instant.EPOCH);
        standing.activeUntil()
                .filter(end -> Duration.between(noted, end).abs().compareTo(NOTEWORTHY) > 0)
                .ifPresent(end -> table.note(tx, member, end));
    }

    /** Forgets what is kept of a member who leaves. */
    public void forget(Transaction tx, String member) {
        table.delete(tx, member);
        known.remove(member);
    }
}
