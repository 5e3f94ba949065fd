/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.edge.AddressLimits;
import com.noragentia.helios.orchestrator.edge.ClientAddress;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.TlsExporter;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The path of the worker channel. */
final class WorkerRoutes implements Routes {

    private final SessionDesk desk;
    private final UnprovenConnections unproven;
    private final ScheduledExecutorService timer;
    private final Map<String, WorkerChannel> channels = new ConcurrentHashMap<>();

    WorkerRoutes(SessionDesk desk, TokenBuckets buckets, ScheduledExecutorService timer) {
        this.desk = desk;
        this.unproven = new UnprovenConnections(buckets.isEnforced());
        this.timer = timer;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.ws("/api/v1/worker", ws -> {
            ws.onConnect(this::connected);
            ws.onMessage(this::heard);
            ws.onBinaryMessage(ctx -> with(ctx, WorkerChannel::refuseBinary));
            ws.onClose(this::gone);
            ws.onError(this::gone);
        });
    }

    private void connected(WsConnectContext ctx) {
        ctx.enableAutomaticPings(WorkerSocket.PING_INTERVAL.toSeconds(), TimeUnit.SECONDS);
        ClientAddress client = AddressLimits.clientOf(ctx);
        WorkerSocket socket = new WorkerSocket(ctx.session, TlsExporter.of(ctx), client.address(), timer);
        unproven.enter(client)
                .ifPresentOrElse(
                        place -> begin(ctx, new WorkerChannel(socket, desk, place)),
                        () -> socket.close(
                                WorkerSocket.CLOSE_TRY_LATER,
                                "too many connections from this address have not proven themselves"));
    }

    private void begin(WsConnectContext ctx, WorkerChannel channel) {
        channels.put(ctx.sessionId(), channel);
        var _ = timer.schedule(channel::requireProven, Proving.TIME_TO_ANSWER.toSeconds(), TimeUnit.SECONDS);
    }

    private void heard(WsMessageContext ctx) throws InterruptedException {
        WorkerChannel channel = channels.get(ctx.sessionId());
        if (channel != null) {
            channel.heard(ctx.message());
        }
    }

    private void with(WsContext ctx, Consumer<WorkerChannel> step) {
        Optional.ofNullable(channels.get(ctx.sessionId())).ifPresent(step);
    }

    private void gone(WsContext ctx) {
        Optional.ofNullable(channels.remove(ctx.sessionId())).ifPresent(WorkerChannel::gone);
    }
}
