/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Store;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Streams the events of a job as server-sent events (WHATWG HTML, section 9.2), on the request's own virtual thread. What it sends are the
 * stored events, so it may begin anywhere and be as slow as the reader.
 */
final class EventStream {

    static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Store store;
    private final EventLog events;
    private final EventSignals signals;

    EventStream(Store store, EventLog events, EventSignals signals) {
        this.store = store;
        this.events = events;
        this.signals = signals;
    }

    /** Sends the events after number {@code after}, and returns after the last of all, or when the server stops. */
    void send(Context ctx, String job, long after) throws IOException, InterruptedException {
        ctx.contentType("text/event-stream;charset=utf-8").header("Cache-Control", "no-store");
        OutputStream out = ctx.res().getOutputStream();
        try (EventSignals.Subscription bell = signals.subscribe(job)) {
            ctx.res().flushBuffer();
            send(out, bell, job, after);
        }
    }

    private void send(OutputStream out, EventSignals.Subscription bell, String job, long after)
            throws IOException, InterruptedException {
        long reached = after;
        while (!signals.isClosed()) {
            long from = reached;
            EventPage page = store.read(tx -> events.after(tx, job, from));
            for (StoredEvent event : page.events()) {
                write(out, "id: " + event.sequence() + "\ndata: " + event.body() + "\n\n");
                reached = event.sequence();
            }
            out.flush();
            if (page.isLast()) {
                return;
            }
            if (page.events().isEmpty() && !bell.await(KEEP_ALIVE)) {
                write(out, ": still here\n\n");
                out.flush();
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
