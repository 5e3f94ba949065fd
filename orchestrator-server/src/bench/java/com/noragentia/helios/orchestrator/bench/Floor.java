/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.eclipse.jetty.websocket.api.Callback;

/**
 * What no orchestrator on these libraries can beat: a plain Javalin that sends a frame as large as a task to whichever connection is free,
 * takes one as large as an answer back, and writes one row for it, many rows a commit. It looks at nothing, checks nothing and knows nobody.
 */
final class Floor implements Host.Commands, AutoCloseable {

    /** Frames a connection may have out, as leases in the product. */
    private static final int SLOTS_PER_CONNECTION = 2;

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String LEASE = "\"lease\":\"";

    private final FloorTable table;
    private final Javalin http;
    private final String[] frame;
    private final Deque<WsContext> free = new ArrayDeque<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final HexFormat hex = HexFormat.of();
    private final AtomicLong done = new AtomicLong();
    private long lastLease;

    private Floor(Path data) {
        this.table = new FloorTable(data.resolve("floor.db"));
        this.frame = JsonCodec.encodeToString(new ToWorker.RunTask(
                        "LEASE",
                        ID,
                        "helios-retrieval-1",
                        1,
                        Instant.EPOCH.plusNanos(1000),
                        0,
                        Questions.input(0),
                        null,
                        Map.of()))
                .split("LEASE|(?<=#)0{" + Questions.DIGITS + "}", -1);
        this.http = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.routes.post("/api/v1/jobs", this::accept);
            config.routes.ws("/api/v1/worker", ws -> {
                ws.onConnect(Floor::keepOpen);
                ws.onMessage(ctx -> heard(ctx, ctx.message()));
                ws.onClose(this::gone);
                ws.onError(this::gone);
            });
        });
    }

    static Floor start(Path data) {
        Floor floor = new Floor(data);
        floor.http.start("127.0.0.1", 0);
        return floor;
    }

    int port() {
        return http.port();
    }

    private void accept(Context ctx) {
        int number = Questions.numberIn(new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8));
        ctx.status(202).contentType("application/json").result(JsonCodec.encode(new JobAccepted(ID)));
        send(number);
    }

    /** As the product keeps its own. */
    private static void keepOpen(WsContext ctx) {
        ctx.session.setIdleTimeout(Duration.ofSeconds(75));
        ctx.enableAutomaticPings(30, TimeUnit.SECONDS);
    }

    private void heard(WsContext ctx, String text) {
        int at = text.indexOf(LEASE);
        if (at < 0) { // a hello
            IntStream.range(0, SLOTS_PER_CONNECTION).forEach(_ -> release(ctx));
        } else if (text.startsWith("{\"type\":\"completed\"")) {
            int from = at + LEASE.length();
            table.add(text.substring(from, from + ID.length()), text, () -> done(ctx));
        }
    }

    private void done(WsContext ctx) {
        done.incrementAndGet();
        release(ctx);
    }

    private synchronized void release(WsContext ctx) {
        Integer next = waiting.poll();
        if (next == null) {
            free.add(ctx);
        } else {
            send(ctx, next);
        }
    }

    private synchronized void send(int number) {
        WsContext ctx = free.poll();
        while (ctx != null && !ctx.session.isOpen()) {
            ctx = free.poll();
        }
        if (ctx == null) {
            waiting.add(number);
        } else {
            send(ctx, number);
        }
    }

    private void send(WsContext ctx, int number) {
        String lease = hex.toHexDigits(0L) + hex.toHexDigits(++lastLease);
        String text = Integer.toString(number);
        String padded = "0".repeat(Questions.DIGITS - text.length()) + text;
        ctx.session.sendText(frame[0] + lease + frame[1] + padded + frame[2], Callback.NOOP);
    }

    private synchronized void gone(WsContext ctx) {
        free.removeIf(connection -> connection.sessionId().equals(ctx.sessionId()));
    }

    @Override
    public void enqueue(int first, int count) {
        IntStream.range(first, first + count).forEach(this::send);
    }

    @Override
    public long done() {
        return done.get();
    }

    @Override
    public void close() {
        http.stop();
        table.close();
    }
}
