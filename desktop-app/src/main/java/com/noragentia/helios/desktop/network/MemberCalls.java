/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import okhttp3.Request;

/** Calls in the member's name: each carries a token, and is repeated once with a fresh one where the token was refused. Thread-safe. */
final class MemberCalls {

    private final OrchestratorCalls calls;
    private final Tokens tokens;

    MemberCalls(OrchestratorCalls calls, Tokens tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    <T> T call(Request.Builder request, Class<T> answer) {
        return withToken(request, signed -> calls.call(signed, answer));
    }

    void call(Request.Builder request) {
        withToken(request, signed -> {
            calls.call(signed);
            return Boolean.TRUE;
        });
    }

    /** Passes on whatever the request is answered with; nothing of a refusal reaches {@code target}. */
    void download(Request.Builder request, OutputStream target) throws IOException {
        String token = tokens.current();
        try {
            calls.download(signed(request, token), target);
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.UNAUTHENTICATED) {
                throw e;
            }
            calls.download(signed(request, tokens.renewed(token)), target);
        }
    }

    private <T> T withToken(Request.Builder request, Function<Request, T> send) {
        String token = tokens.current();
        try {
            return send.apply(signed(request, token));
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.UNAUTHENTICATED) {
                throw e;
            }
            return send.apply(signed(request, tokens.renewed(token)));
        }
    }

    private static Request signed(Request.Builder request, String token) {
        return request.header("Authorization", "Bearer " + token).build();
    }

    /** A request that carries the current token, for a stream that looks after itself. */
    Request signed(Request.Builder request) {
        return signed(request, tokens.current());
    }

    /** Says that the token of a request was refused; the next request carries another. */
    void refused(Request request) {
        String header = request.header("Authorization");
        tokens.renewed(header == null ? "" : header.substring("Bearer ".length()));
    }

    Request.Builder request(String path) {
        return calls.request(path);
    }

    OrchestratorCalls open() {
        return calls;
    }
}
