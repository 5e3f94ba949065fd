/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.AddressLimits;
import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.TlsExporter;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.MembershipRequest;
import com.noragentia.helios.protocol.api.RecoveryRequest;
import com.noragentia.helios.protocol.api.TokenRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The ways in, over HTTP: enrolment, recovery, challenges and tokens. */
final class MemberRoutes implements Routes {

    private final Enrolment enrolment;
    private final OpenEnrolment open;
    private final Recovery recovery;
    private final Challenges challenges;
    private final Tokens tokens;

    MemberRoutes(Enrolment enrolment, OpenEnrolment open, Recovery recovery, Challenges challenges, Tokens tokens) {
        this.enrolment = enrolment;
        this.open = open;
        this.recovery = recovery;
        this.challenges = challenges;
        this.tokens = tokens;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/enrolment", ctx -> Json.reply(ctx, 200, open.terms()));
        routes.post(
                "/api/v1/members",
                ctx -> Json.reply(
                        ctx, 201, open.found(Json.read(ctx, MembershipRequest.class), AddressLimits.clientOf(ctx))));
        routes.post(
                "/api/v1/devices",
                ctx -> Json.reply(
                        ctx,
                        201,
                        enrolment.enrol(Json.read(ctx, EnrolmentRequest.class), AddressLimits.clientOf(ctx))));
        routes.post(
                "/api/v1/recoveries",
                ctx -> Json.reply(ctx, 201, recovery.recover(Json.read(ctx, RecoveryRequest.class))));
        routes.post("/api/v1/challenges", this::challenge);
        routes.post(
                "/api/v1/tokens",
                ctx -> Json.reply(
                        ctx,
                        201,
                        tokens.grant(
                                Json.read(ctx, TokenRequest.class),
                                TlsExporter.of(ctx.req()),
                                AddressLimits.clientOf(ctx).address())));
    }

    private void challenge(Context ctx) {
        String device = Json.read(ctx, ChallengeRequest.class).device();
        Json.reply(
                ctx, 201, challenges.issue(device, AddressLimits.clientOf(ctx).key(), TlsExporter.binding(ctx.req())));
    }
}
