/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.Set;

/** The cookie that holds a browser's session (RFC 6265bis). */
final class SessionCookie {

    static final String NAME = "helios-session";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private SessionCookie() {}

    static void set(Context ctx, String session, int seconds) {
        Cookie cookie = new Cookie(NAME, session, "/", seconds);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(isSecure(ctx));
        ctx.cookie(cookie);
    }

    /** Over plain HTTP, as on this very computer, a browser would drop a cookie that is marked secure. */
    private static boolean isSecure(Context ctx) {
        return ctx.req().isSecure() || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
    }

    /**
     * The session's secret.
     *
     * @throws ProblemException {@code forbidden} for a request that changes something and was not made by a page of ours: another port of the
     *     same computer is the same site to a browser, and gets the cookie sent along
     */
    static Optional<String> of(Context ctx) {
        Optional<String> session = Optional.ofNullable(ctx.cookie(NAME));
        if (session.isPresent() && !SAFE.contains(ctx.req().getMethod()) && !isFromOwnPage(ctx)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "the request was made by a page from elsewhere");
        }
        return session;
    }

    private static boolean isFromOwnPage(Context ctx) {
        String origin = ctx.header("Origin");
        String host = ctx.header("Host");
        return origin != null
                && host != null
                && origin.substring(origin.indexOf("//") + 2).equals(host);
    }
}
