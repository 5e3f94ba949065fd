/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.edge.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The path of the worker channel. */
final class WorkerRoutes implements Routes {

    private final SessionDesk desk;
    private final ScheduledExecutorService timer;
    private final Map<String, WorkerChannel> channels = new ConcurrentHashMap<>();

    WorkerRoutes(SessionDesk desk, ScheduledExecutorService timer) {
        this.desk = desk;
        this.timer = timer;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.ws("/api/v1/worker", ws -> {
            ws.onConnect(this::connected);
            ws.onMessage(ctx -> with(ctx, channel -> channel.heard(ctx.message())));
            ws.onBinaryMessage(ctx -> with(ctx, WorkerChannel::refuseBinary));
            ws.onClose(this::gone);
            ws.onError(this::gone);
        });
    }

    private void connected(WsConnectContext ctx) {
        WorkerChannel channel = new WorkerChannel(new WorkerSocket(ctx), desk);
        channels.put(ctx.sessionId(), channel);
        var _ = timer.schedule(channel::requireProven, Proving.TIME_TO_ANSWER.toSeconds(), TimeUnit.SECONDS);
    }

    private void with(WsContext ctx, Consumer<WorkerChannel> step) {
        Optional.ofNullable(channels.get(ctx.sessionId())).ifPresent(step);
    }

    private void gone(WsContext ctx) {
        Optional.ofNullable(channels.remove(ctx.sessionId())).ifPresent(WorkerChannel::ended);
    }
}
