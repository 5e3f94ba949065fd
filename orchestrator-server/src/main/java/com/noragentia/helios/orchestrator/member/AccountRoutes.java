/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.AccountDeletion;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.DeviceRename;
import com.noragentia.helios.protocol.api.RecoveryKeyRequest;
import com.noragentia.helios.protocol.api.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** A member's own account over HTTP. */
final class AccountRoutes implements Routes {

    private final Members members;
    private final WholeAccounts accounts;
    private final OwnDevices devices;
    private final ApiTokens tokens;
    private final Recovery recovery;
    private final Authentication authentication;

    AccountRoutes(
            Members members,
            WholeAccounts accounts,
            OwnDevices devices,
            ApiTokens tokens,
            Recovery recovery,
            Authentication authentication) {
        this.members = members;
        this.accounts = accounts;
        this.devices = devices;
        this.tokens = tokens;
        this.recovery = recovery;
        this.authentication = authentication;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/me", ctx -> Json.reply(ctx, 200, accounts.summary(authentication.anyCaller(ctx))));
        routes.delete("/api/v1/me", ctx -> {
            accounts.delete(owner(ctx), Json.read(ctx, AccountDeletion.class));
            ctx.status(204);
        });
        routes.get("/api/v1/me/export", ctx -> Json.reply(ctx, 200, accounts.export(owner(ctx))));
        routes.post(
                "/api/v1/me/enrolment-codes",
                ctx -> Json.reply(ctx, 201, members.inviteTo(owner(ctx).member())));
        routes.post(
                "/api/v1/me/invitations",
                ctx -> Json.reply(ctx, 201, members.inviteNewMember(owner(ctx).member())));
        addDevices(routes);
        addTokens(routes);
        addRecovery(routes);
    }

    private void addDevices(RoutesConfig routes) {
        routes.get(
                "/api/v1/me/devices",
                ctx -> Json.reply(ctx, 200, devices.list(authentication.caller(ctx, Scope.READ))));
        routes.patch(
                "/api/v1/me/devices/{device}",
                ctx -> Json.reply(
                        ctx,
                        200,
                        devices.rename(
                                owner(ctx),
                                ctx.pathParam("device"),
                                Json.read(ctx, DeviceRename.class).name())));
        routes.delete("/api/v1/me/devices/{device}", ctx -> {
            devices.revoke(owner(ctx), ctx.pathParam("device"));
            ctx.status(204);
        });
    }

    private void addTokens(RoutesConfig routes) {
        routes.get("/api/v1/me/tokens", ctx -> Json.reply(ctx, 200, tokens.list(owner(ctx))));
        routes.post(
                "/api/v1/me/tokens",
                ctx -> Json.reply(ctx, 201, tokens.create(owner(ctx), Json.read(ctx, ApiTokenRequest.class))));
        routes.delete("/api/v1/me/tokens/{token}", ctx -> {
            tokens.revoke(owner(ctx), ctx.pathParam("token"));
            ctx.status(204);
        });
    }

    private void addRecovery(RoutesConfig routes) {
        routes.put("/api/v1/me/recovery-key", ctx -> {
            recovery.register(owner(ctx), Json.read(ctx, RecoveryKeyRequest.class));
            ctx.status(204);
        });
        routes.delete("/api/v1/me/recovery-key", ctx -> {
            recovery.forget(owner(ctx));
            ctx.status(204);
        });
    }

    private Caller owner(Context ctx) {
        return authentication.caller(ctx, Scope.MANAGE);
    }
}
