/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the books together. Thread-safe but for {@link #ledger}, which lives on the writer's thread. */
public final class LedgerWiring {

    private final Store store;
    private final Ledger ledger;
    private final Clock clock;

    /**
     * The books in the tables of the store.
     *
     * @param known who is a member: nobody else gets an account
     * @param pseudonyms 32 lower-case hex digits each, that nobody guesses
     * @param holds what is kept back for jobs that have not ended
     */
    public LedgerWiring(
            Store store,
            LedgerRules rules,
            KnownMembers known,
            Supplier<String> pseudonyms,
            OpenHolds holds,
            Clock clock) {
        this.store = store;
        this.clock = clock;
        this.ledger = new Ledger(rules, known, pseudonyms, holds, clock);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** @param member tells who makes a request, and counts it */
    public Routes routes(MemberDates dates, Function<Context, String> member) {
        return new ContributionRoutes(store, ledger, dates, member, clock);
    }

    /** {@link Ledger#tend} in a unit of its own; to be called every few seconds. Waits for the writer. */
    public void tend() {
        store.write(tx -> {
            ledger.tend(tx);
            return true;
        });
    }
}
