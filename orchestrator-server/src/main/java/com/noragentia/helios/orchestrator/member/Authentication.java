/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.Scope;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells who makes a request, by the token in its {@code Authorization: Bearer} header (RFC 6750), or a browser's session by its cookie. Every
 * caller but {@link #anyCaller} asks for a scope, which the token must have.
 */
public final class Authentication {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final TokenBuckets buckets;

    Authentication(Tokens tokens, TokenBuckets buckets) {
        this.tokens = tokens;
        this.buckets = buckets;
    }

    /**
     * The caller, whose request is counted. To look ({@code GET}) takes the scope {@link Scope#READ}, all else {@link Scope#MANAGE}.
     *
     * @throws ProblemException {@code unauthenticated} without a token that is good now, {@code forbidden} if it is not good for this,
     *     {@code rate-limited} after too many requests
     */
    public Caller caller(Context ctx) {
        return caller(ctx, "GET".equals(ctx.req().getMethod()) ? Scope.READ : Scope.MANAGE);
    }

    /** As {@link #caller(Context)}, for a scope of its own. */
    public Caller caller(Context ctx, Scope scope) {
        Caller caller = anyCaller(ctx);
        if (!caller.may(scope)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "the token is not for " + scope.name().toLowerCase(Locale.ROOT));
        }
        return caller;
    }

    /** As {@link #caller(Context, Scope)}; another limit counts the request too. */
    public Caller caller(Context ctx, Scope scope, RateLimit limitPerMember) {
        return caller(ctx, scope, limitPerMember, 1);
    }

    /** As {@link #caller(Context, Scope)}; it also takes tokens of another limit. */
    public Caller caller(Context ctx, Scope scope, RateLimit limitPerMember, long tokens) {
        Caller caller = caller(ctx, scope);
        buckets.take(limitPerMember, caller.member(), tokens);
        return caller;
    }

    /** As {@link #caller(Context)}, with any token that is good. */
    public Caller anyCaller(Context ctx) {
        Caller caller = secret(ctx)
                .flatMap(tokens::bearer)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.UNAUTHENTICATED, "no access token, or one that has expired"));
        buckets.take(RateLimit.REQUESTS_PER_MEMBER, caller.member());
        return caller;
    }

    private static Optional<String> secret(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null) {
            return SessionCookie.of(ctx);
        }
        return header.startsWith(SCHEME)
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
