/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;
import java.util.Optional;

/** Tells who makes a request, by the token in its {@code Authorization: Bearer} header (RFC 6750). */
public final class Authentication {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final TokenBuckets buckets;

    Authentication(Tokens tokens, TokenBuckets buckets) {
        this.tokens = tokens;
        this.buckets = buckets;
    }

    /**
     * The caller, whose request is counted.
     *
     * @throws ProblemException {@code unauthenticated} without a token that is good now, {@code rate-limited} after too many requests
     */
    public Caller caller(Context ctx) {
        Caller caller = bearer(ctx);
        buckets.take(RateLimit.REQUESTS_PER_MEMBER, caller.member());
        return caller;
    }

    /** As {@link #caller(Context)}; another limit counts the request too. */
    public Caller caller(Context ctx, RateLimit limitPerMember) {
        return caller(ctx, limitPerMember, 1);
    }

    /** As {@link #caller(Context)}; it also takes tokens of another limit. */
    public Caller caller(Context ctx, RateLimit limitPerMember, long tokens) {
        Caller caller = caller(ctx);
        buckets.take(limitPerMember, caller.member(), tokens);
        return caller;
    }

    private Caller bearer(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header ->
                        tokens.bearer(header.substring(SCHEME.length()).strip()))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.UNAUTHENTICATED, "no access token, or one that has expired"));
    }
}
