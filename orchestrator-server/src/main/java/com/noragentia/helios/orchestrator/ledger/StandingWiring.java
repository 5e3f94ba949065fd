/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts standing together, in two steps: the desk, and when jobs stand on it, the routes, which also tell how many those are. */
public final class StandingWiring {

    private final Store store;
    private final StandingDesk desk;

    public StandingWiring(
            Store store,
            Accounts accounts,
            Reputations reputations,
            MemberDates dates,
            Access access,
            Supplier<JobEquivalent> job,
            Clock clock) {
        this.store = store;
        this.desk = new StandingDesk(accounts, reputations, dates, access, job, clock);
    }

    public StandingDesk desk() {
        return desk;
    }

    /** @param caller the member who makes a request, or a problem */
    public Routes routes(Loads loads, Function<Context, String> caller) {
        return new StandingRoutes(store, desk, loads, caller);
    }
}
