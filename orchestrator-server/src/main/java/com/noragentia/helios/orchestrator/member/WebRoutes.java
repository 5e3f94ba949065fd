/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** How a browser gets its session, and gives it back. */
final class WebRoutes implements Routes {

    private static final String LANDING = "/";

    private final WebSessions sessions;
    private final Authentication authentication;

    WebRoutes(WebSessions sessions, Authentication authentication) {
        this.sessions = sessions;
        this.authentication = authentication;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(
                "/api/v1/me/web-links",
                ctx -> Json.reply(ctx, 201, sessions.link(authentication.caller(ctx, Scope.MANAGE))));
        routes.get(WebSessions.PATH + "{link}", this::open);
        routes.delete("/api/v1/me/web-session", this::close);
    }

    /** The address that stays in the browser's history is worth nothing any more, and goes to no other site. */
    private void open(Context ctx) {
        if (!"GET".equals(ctx.req().getMethod())) {
            throw new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "looking does not use the link up");
        }
        ctx.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        String session = sessions.open(ctx.pathParam("link"));
        SessionCookie.set(ctx, session, Math.toIntExact(WebSessions.LIFE.toSeconds()));
        ctx.redirect(LANDING, HttpStatus.SEE_OTHER);
    }

    private void close(Context ctx) {
        SessionCookie.of(ctx).ifPresent(sessions::close);
        SessionCookie.set(ctx, "", 0);
        ctx.status(204);
    }
}
