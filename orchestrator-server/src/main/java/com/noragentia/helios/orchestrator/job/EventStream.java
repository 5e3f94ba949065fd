/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Streams the events of a job as server-sent events (WHATWG HTML, section 9.2), on the request's own virtual thread. A reader may be as
 * slow as it likes, until it takes nothing at all for the server's idle time (30 s); it may come back then.
 */
final class EventStream {

    static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final LiveTail tail;

    EventStream(LiveTail tail) {
        this.tail = tail;
    }

    /** Sends what the cursor gives, and returns after the last event of all, or when the server stops. */
    void send(Context ctx, EventCursor cursor) throws IOException, InterruptedException {
        ctx.contentType("text/event-stream;charset=utf-8").header("Cache-Control", "no-store");
        OutputStream out = ctx.res().getOutputStream();
        ctx.res().flushBuffer();
        while (!cursor.isAtEnd() && !tail.isClosed()) {
            List<StoredEvent> events = cursor.next(KEEP_ALIVE);
            if (!events.isEmpty() || !cursor.isAtEnd()) {
                out.write(text(events).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    /** A comment where there is nothing to say, so that nobody takes the connection for dead. */
    private static String text(List<StoredEvent> events) {
        StringBuilder text = new StringBuilder(events.isEmpty() ? ": still here\n\n" : "");
        for (StoredEvent event : events) {
            text.append("id: ").append(event.sequence()).append('\n');
            text.append("data: ").append(event.body()).append("\n\n");
        }
        return text.toString();
    }
}
