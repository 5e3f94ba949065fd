/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.member.Authentication;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Jobs over HTTP. */
final class JobRoutes implements Routes {

    private static final int KEY_CHARACTERS = 128;

    private final JobDesk desk;
    private final EventStream stream;
    private final Authentication authentication;

    JobRoutes(JobDesk desk, EventStream stream, Authentication authentication) {
        this.desk = desk;
        this.stream = stream;
        this.authentication = authentication;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/jobs", this::submit);
        routes.get("/api/v1/jobs/{job}", ctx -> Json.reply(ctx, 200, desk.status(member(ctx), ctx.pathParam("job"))));
        routes.get("/api/v1/jobs/{job}/events", this::follow);
        routes.delete("/api/v1/jobs/{job}", ctx -> {
            desk.cancel(member(ctx), ctx.pathParam("job"));
            ctx.status(204);
        });
    }

    private void submit(Context ctx) {
        String member = authentication.caller(ctx, RateLimit.JOBS_PER_MEMBER).member();
        JobRequest request = Json.read(ctx, JobRequest.class);
        Json.reply(ctx, 202, new JobAccepted(desk.submit(member, request, idempotencyKey(ctx))));
    }

    private static Optional<String> idempotencyKey(Context ctx) {
        Optional<String> key = Optional.ofNullable(ctx.header("Idempotency-Key"));
        if (key.filter(text -> text.isBlank() || text.length() > KEY_CHARACTERS).isPresent()) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "an Idempotency-Key has 1 to " + KEY_CHARACTERS + " characters");
        }
        return key;
    }

    private void follow(Context ctx) throws IOException, InterruptedException {
        String job = ctx.pathParam("job");
        desk.requireFollowable(member(ctx), job);
        stream.send(ctx, job, lastSeen(ctx));
    }

    /** The header wins: a browser repeats the query it began with, and adds the header when it comes back. */
    private static long lastSeen(Context ctx) {
        String text = Optional.ofNullable(ctx.header("Last-Event-ID"))
                .or(() -> Optional.ofNullable(ctx.queryParam("after")))
                .orElse("0");
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "an event's id is a number");
        }
    }

    private String member(Context ctx) {
        return authentication.caller(ctx).member();
    }
}
