/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;
import java.util.Optional;

/** Tells who makes a request, by the token in its {@code Authorization: Bearer} header (RFC 6750). */
public final class Authentication {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;

    Authentication(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The caller.
     *
     * @throws ProblemException {@code unauthenticated} without a token that is good now
     */
    public Caller caller(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header ->
                        tokens.bearer(header.substring(SCHEME.length()).strip()))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.UNAUTHENTICATED, "no access token, or one that has expired"));
    }
}
