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
import com.noragentia.helios.protocol.api.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** Jobs over HTTP. */
final class JobRoutes implements Routes {

    private static final int KEY_CHARACTERS = 128;

    private final JobDesk desk;
    private final EventRoutes events;
    private final Authentication authentication;

    JobRoutes(JobDesk desk, EventRoutes events, Authentication authentication) {
        this.desk = desk;
        this.events = events;
        this.authentication = authentication;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/jobs", this::submit);
        routes.get("/api/v1/jobs/{job}", ctx -> Json.reply(ctx, 200, desk.status(member(ctx), ctx.pathParam("job"))));
        routes.get("/api/v1/jobs/{job}/events", ctx -> events.answer(ctx, member(ctx)));
        routes.delete("/api/v1/jobs/{job}", ctx -> {
            desk.cancel(member(ctx), ctx.pathParam("job"));
            ctx.status(204);
        });
    }

    private void submit(Context ctx) {
        String member =
                authentication.caller(ctx, Scope.ASK, RateLimit.JOBS_PER_MEMBER).member();
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

    private String member(Context ctx) {
        return authentication.caller(ctx, Scope.ASK).member();
    }
}
