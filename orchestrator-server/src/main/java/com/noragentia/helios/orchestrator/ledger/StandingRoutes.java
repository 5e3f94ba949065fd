/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/** A member's own standing over HTTP. */
final class StandingRoutes implements Routes {

    private final Store store;
    private final StandingDesk desk;
    private final Loads loads;
    private final Function<Context, String> caller;

    StandingRoutes(Store store, StandingDesk desk, Loads loads, Function<Context, String> caller) {
        this.store = store;
        this.desk = desk;
        this.loads = loads;
        this.caller = caller;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/me/standing", ctx -> {
            String member = caller.apply(ctx);
            Json.reply(ctx, 200, store.write(tx -> desk.report(tx, member, loads.of(tx, member))));
        });
    }
}
