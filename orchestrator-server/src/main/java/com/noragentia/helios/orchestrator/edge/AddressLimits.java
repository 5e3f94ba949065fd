/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import java.util.Objects;

/** Counts requests by the address they come from, before anything else is done for them. */
public final class AddressLimits implements Routes {

    private static final String CLIENT = "helios.client";

    private final TrustedProxies proxies;
    private final TokenBuckets buckets;

    public AddressLimits(TrustedProxies proxies, TokenBuckets buckets) {
        this.proxies = proxies;
        this.buckets = buckets;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(ctx -> count(ctx, RateLimit.REQUESTS_PER_ADDRESS));
        routes.before("/api/v1/devices", ctx -> count(ctx, RateLimit.ENROLMENTS_PER_ADDRESS));
        routes.before("/api/v1/members", ctx -> count(ctx, RateLimit.ENROLMENTS_PER_ADDRESS));
        routes.before("/api/v1/recoveries", ctx -> count(ctx, RateLimit.ENROLMENTS_PER_ADDRESS));
        routes.before("/api/v1/challenges", ctx -> count(ctx, RateLimit.CHALLENGES_PER_ADDRESS));
        routes.before("/api/v1/tokens", ctx -> count(ctx, RateLimit.TOKENS_PER_ADDRESS));
        routes.before("/api/v1/ledger/export", ctx -> count(ctx, RateLimit.LEDGER_EXPORTS_PER_ADDRESS));
        routes.wsBeforeUpgrade(ctx -> count(ctx, RateLimit.HANDSHAKES_PER_ADDRESS));
    }

    private void count(Context ctx, RateLimit limit) {
        ClientAddress client = proxies.clientOf(ctx);
        ctx.attribute(CLIENT, client);
        if (!client.isOwner()) {
            buckets.take(limit, client.key());
        }
    }

    /** From where a request comes. */
    public static ClientAddress clientOf(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(CLIENT), "the filter has not seen this request");
    }

    /** From where the request came that opened this connection. */
    public static ClientAddress clientOf(WsContext ctx) {
        return Objects.requireNonNull(ctx.attribute(CLIENT), "the filter has not seen this connection");
    }
}
