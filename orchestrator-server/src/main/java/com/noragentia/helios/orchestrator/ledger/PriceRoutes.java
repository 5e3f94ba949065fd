/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.PriceList;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;

/** The prices over HTTP. Needs no login: they are public, so that anybody can recompute the ledger. */
public final class PriceRoutes implements Routes {

    private static final int LONGEST_VERSION = 9;

    private final Supplier<PriceTable> prices;

    public PriceRoutes(Supplier<PriceTable> prices) {
        this.prices = prices;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/prices", ctx -> Json.reply(ctx, 200, list(ctx)));
    }

    private PriceList list(Context ctx) {
        PriceTable now = prices.get();
        Optional<String> table = Optional.ofNullable(ctx.queryParam("table"));
        return table.isEmpty()
                ? now.list()
                : table.filter(PriceRoutes::isVersion)
                        .map(Integer::parseInt)
                        .flatMap(now::list)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.REQUEST_INVALID, "no such table of prices was published"));
    }

    private static boolean isVersion(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_VERSION
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
