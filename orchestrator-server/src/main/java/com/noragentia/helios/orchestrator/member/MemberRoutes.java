/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.TokenRequest;
import io.javalin.config.RoutesConfig;

/** Enrolment, challenges and tokens over HTTP. */
final class MemberRoutes implements Routes {

    private final Members members;
    private final Enrolment enrolment;
    private final Challenges challenges;
    private final Tokens tokens;
    private final Authentication authentication;

    MemberRoutes(
            Members members, Enrolment enrolment, Challenges challenges, Tokens tokens, Authentication authentication) {
        this.members = members;
        this.enrolment = enrolment;
        this.challenges = challenges;
        this.tokens = tokens;
        this.authentication = authentication;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(
                "/api/v1/devices",
                ctx -> Json.reply(ctx, 201, enrolment.enrol(Json.read(ctx, EnrolmentRequest.class))));
        routes.post(
                "/api/v1/challenges",
                ctx -> Json.reply(
                        ctx,
                        201,
                        challenges.issue(Json.read(ctx, ChallengeRequest.class).device())));
        routes.post("/api/v1/tokens", ctx -> Json.reply(ctx, 201, tokens.grant(Json.read(ctx, TokenRequest.class))));
        routes.post(
                "/api/v1/me/enrolment-codes",
                ctx -> Json.reply(
                        ctx, 201, members.inviteTo(authentication.caller(ctx).member())));
    }
}
