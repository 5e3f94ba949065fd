/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.job.LedgerTill;
import com.noragentia.helios.orchestrator.job.Till;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.LedgerWiring;
import com.noragentia.helios.orchestrator.ledger.Loads;
import com.noragentia.helios.orchestrator.ledger.LogWiring;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.PriceRoutes;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.ledger.Repute;
import com.noragentia.helios.orchestrator.ledger.StandingDesk;
import com.noragentia.helios.orchestrator.ledger.StandingWiring;
import com.noragentia.helios.orchestrator.member.AccountPart;
import com.noragentia.helios.orchestrator.member.Members;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.Kin;
import com.noragentia.helios.orchestrator.trust.PairWatch;
import com.noragentia.helios.orchestrator.trust.Reputation;
import com.noragentia.helios.orchestrator.trust.TrustWiring;
import com.noragentia.helios.orchestrator.worker.WorkerWiring;
import com.noragentia.helios.protocol.crypto.SigningKey;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Joins what keeps the books, what checks workers, and what follows from both for those who ask. */
final class ContributionWiring {

    private static final Duration LEDGER_INTERVAL = Duration.ofSeconds(10);
    private static final Duration PAIRS_WRITTEN_INTERVAL = Duration.ofMinutes(1);
    private static final Duration STATISTICS_INTERVAL = Duration.ofHours(1);

    private final Store store;
    private final Clock clock;
    private final Kin kin;
    private final Members members;
    private final PricesInForce prices;
    private final PairWatch pairs;
    private final LedgerWiring books;
    private final TrustWiring trust;
    private final StandingWiring standing;
    private final LogWiring log;

    /**
     * Joins them.
     *
     * @param prices in force in this network
     * @param holds what is kept back for jobs that have not ended
     */
    ContributionWiring(
            NetworkRules rules,
            PricesInForce prices,
            Store store,
            SigningKey key,
            Secrets secrets,
            Clock clock,
            Kin kin,
            BlobShelf shelf,
            Members members,
            OpenHolds holds) {
        this.store = store;
        this.clock = clock;
        this.kin = kin;
        this.members = members;
        this.prices = prices;
        LedgerRules strict = new LedgerRules(rules.maturation(), prices::job);
        this.pairs = new PairWatch(store, prices::job, clock);
        this.books = new LedgerWiring(store, strict, members::has, secrets::id, holds, clock);
        this.trust = new TrustWiring(
                store,
                new ShelfForCanaries(shelf),
                new LedgerRewards(ledger(), strict, prices, this::checksPassed),
                kin,
                clock);
        this.standing = new StandingWiring(
                store,
                ledger(),
                (tx, member) -> repute(trust.trust().ofMember(tx, member)),
                members::since,
                rules.access(),
                prices::job,
                clock);
        this.log = new LogWiring(store, key, clock);
    }

    private Ledger ledger() {
        return books.ledger();
    }

    private long checksPassed(Transaction tx, String device, String owner) {
        return trust.trust().passedUnder(tx, device, owner);
    }

    private static Repute repute(Reputation audits) {
        return new Repute(audits.passed(), audits.lowerBound(), audits.convictedAt());
    }

    /** @throws IllegalStateException if they are damaged, with what to do */
    void openBooks(Transaction tx) {
        ledger().open(tx);
    }

    /** Where jobs are paid. */
    Till till() {
        return new WatchedTill(new LedgerTill(ledger()), pairs);
    }

    /** Both hear of their tasks. */
    TaskFollower follower(TaskFollower jobs) {
        return new TaskFollowers(jobs, trust.follower());
    }

    StandingDesk standing() {
        return standing.desk();
    }

    TrustWiring trust() {
        return trust;
    }

    LedgerReceipts receipts() {
        return new LedgerReceipts(log.receipts());
    }

    AccountPart accountPart() {
        return new BooksOfAccount(ledger(), standing.desk(), trust.trust(), kin, pairs);
    }

    /** @param member tells who makes a request, and counts it */
    List<Routes> routes(Loads loads, Function<Context, String> member) {
        return List.of(
                new PriceRoutes(prices),
                standing.routes(loads, member),
                books.routes(members::since, member),
                log.routes());
    }

    void keep(Housekeeping housekeeping, WorkerWiring workers) {
        housekeeping.every(LogChore.INTERVAL, List.of(new LogChore(log.log(), workers)));
        housekeeping.every(LEDGER_INTERVAL, List.of(books::tend));
        housekeeping.every(PAIRS_WRITTEN_INTERVAL, List.of(() -> write(pairs::flush)));
        housekeeping.every(STATISTICS_INTERVAL, List.of(pairs::examine, () -> write(this::sweepKin), log::forgetOld));
    }

    private void sweepKin(Transaction tx) {
        kin.sweep(tx, member -> repute(trust.trust().ofMember(tx, member)).isGood(clock.instant()));
    }

    private void write(Consumer<Transaction> step) {
        store.write(tx -> {
            step.accept(tx);
            return true;
        });
    }
}
