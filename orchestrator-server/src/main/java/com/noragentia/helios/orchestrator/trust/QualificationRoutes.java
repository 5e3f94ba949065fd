/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/** "Qualify now" over HTTP, for the device that asks. */
final class QualificationRoutes implements Routes {

    private static final String PATH = "/api/v1/me/qualification";

    private final Qualifying qualifying;
    private final Function<Context, String> deviceOf;

    QualificationRoutes(Qualifying qualifying, Function<Context, String> deviceOf) {
        this.qualifying = qualifying;
        this.deviceOf = deviceOf;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, ctx -> Json.reply(ctx, 202, qualifying.ask(deviceOf.apply(ctx))));
        routes.get(PATH, ctx -> Json.reply(ctx, 200, qualifying.status(deviceOf.apply(ctx))));
    }
}
