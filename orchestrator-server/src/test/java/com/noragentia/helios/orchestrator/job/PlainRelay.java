/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import io.javalin.Javalin;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** The floor under streaming: what comes in over a WebSocket goes out as a server-sent event, with no storage, rules or rights. */
final class PlainRelay implements AutoCloseable {

    private static final String END = "end";

    private final Map<String, BlockingQueue<String>> streams = new ConcurrentHashMap<>();
    private final Javalin http = Javalin.create(config -> {
                config.concurrency.useVirtualThreads = true;
                config.startup.showJavalinBanner = false;
                config.routes.ws(
                        "/{stream}",
                        ws -> ws.onMessage(
                                ctx -> stream(ctx.pathParam("stream")).add(ctx.message())));
                config.routes.get("/{stream}", ctx -> {
                    ctx.contentType("text/event-stream");
                    OutputStream out = ctx.res().getOutputStream();
                    ctx.res().flushBuffer();
                    String text = "";
                    while (!text.equals(END)) {
                        text = stream(ctx.pathParam("stream")).take();
                        out.write(("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
                        out.flush();
                    }
                });
            })
            .start("127.0.0.1", 0);

    private BlockingQueue<String> stream(String name) {
        return streams.computeIfAbsent(name, _ -> new LinkedBlockingQueue<>());
    }

    String address() {
        return "http://127.0.0.1:" + http.port();
    }

    @Override
    public void close() {
        streams.values().forEach(stream -> stream.add(END));
        http.stop();
    }
}
