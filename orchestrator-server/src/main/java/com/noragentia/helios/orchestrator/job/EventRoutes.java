/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** The events of a job over HTTP: as a stream, or a page at a time for those who ask for JSON. */
final class EventRoutes {

    private final JobDesk desk;
    private final EventCursors cursors;
    private final EventStream stream;
    private final EventPoll poll;

    EventRoutes(JobDesk desk, EventCursors cursors, EventStream stream, EventPoll poll) {
        this.desk = desk;
        this.cursors = cursors;
        this.stream = stream;
        this.poll = poll;
    }

    void answer(Context ctx, String member) throws IOException, InterruptedException {
        String job = ctx.pathParam("job");
        desk.requireFollowable(member, job);
        try (EventCursor cursor = cursors.open(job, ReadingPlace.askedBy(ctx))) {
            if (wantsPages(ctx)) {
                poll.answer(ctx, cursor);
            } else {
                stream.send(ctx, cursor);
            }
        }
    }

    private static boolean wantsPages(Context ctx) {
        String accepted = Optional.ofNullable(ctx.header("Accept")).orElse("");
        return accepted.contains("application/json") && !accepted.contains("text/event-stream");
    }
}
