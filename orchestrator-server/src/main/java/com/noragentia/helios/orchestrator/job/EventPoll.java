/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Answers with the next events of a job as one {@code JobEventPage}, for clients that cannot read a stream. */
final class EventPoll {

    /** It waits this long for news. */
    static final Duration WAIT = Duration.ofSeconds(20);

    void answer(Context ctx, EventCursor cursor) throws InterruptedException {
        List<StoredEvent> events = cursor.next(WAIT);
        ctx.contentType("application/json").header("Cache-Control", "no-store").result(json(events, cursor));
    }

    /** Put together by hand, since the events are JSON already. */
    private static String json(List<StoredEvent> events, EventCursor cursor) {
        return events.stream()
                .map(event -> "{\"id\":" + event.sequence() + ",\"event\":" + event.body() + "}")
                .collect(Collectors.joining(
                        ",",
                        "{\"events\":[",
                        "],\"next\":" + cursor.reached() + ",\"last\":" + cursor.isAtEnd() + "}"));
    }
}
