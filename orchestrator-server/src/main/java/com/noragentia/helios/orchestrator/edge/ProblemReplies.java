/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into a problem document, with {@code Retry-After} where it says when to come back. */
public final class ProblemReplies implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReplies.class);

    private final List<ProblemForm> others;

    /** @param others forms of those surfaces that write problems otherwise */
    public ProblemReplies(ProblemForm... others) {
        this.others = List.of(others);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> reply(ctx, e.problem()));
        routes.exception(HttpResponseException.class, (e, ctx) -> reply(ctx, ofStatus(e.getStatus())));
        routes.exception(IOException.class, (e, ctx) -> {
            LOG.debug("a peer went away", e);
            reply(ctx, Problem.of(ProblemCode.REQUEST_INVALID, "the connection broke"));
        });
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("a request failed: {} {}", ctx.method(), ctx.endpoint().path, e);
            reply(ctx, Problem.of(ProblemCode.INTERNAL, "the orchestrator failed; its log knows more"));
        });
    }

    private void reply(Context ctx, Problem problem) {
        if (ctx.res().isCommitted()) {
            return;
        }
        Problem whole = RetryAfter.completed(problem);
        RetryAfter.of(whole).ifPresent(seconds -> ctx.header(RetryAfter.HEADER, seconds));
        others.stream()
                .filter(form -> form.isUsedAt(ctx.path()))
                .findFirst()
                .ifPresentOrElse(form -> form.write(ctx, whole), () -> write(ctx, whole));
    }

    private static void write(Context ctx, Problem problem) {
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(JsonCodec.encode(problem));
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemCode.NOT_FOUND, "nothing is at this address");
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "this address does not take that method");
            case 413 -> Problem.of(ProblemCode.REQUEST_TOO_LARGE, "the request is too large");
            default ->
                status < 500
                        ? Problem.of(ProblemCode.REQUEST_INVALID, "the request cannot be read")
                        : Problem.of(ProblemCode.INTERNAL, "the orchestrator failed");
        };
    }
}
