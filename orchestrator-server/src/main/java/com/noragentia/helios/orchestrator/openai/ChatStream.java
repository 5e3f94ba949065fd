/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.job.JobDesk;
import com.noragentia.helios.orchestrator.job.JobReader;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An answer as server-sent events, on the request's own virtual thread. Whoever hangs up takes the question back: the stream cannot be resumed. Belongs
 * to one request.
 */
final class ChatStream {

    /** After this time without news something is sent all the same: so it is noticed that the reader is gone, and nobody takes the connection for dead. */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

    private static final String STILL_HERE = ": still here\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    private final JobDesk desk;
    private final Asked asked;
    private final boolean wantsUsage;
    private final OutputStream out;
    private final GrowingAnswer answer = new GrowingAnswer();
    private String model;

    private ChatStream(JobDesk desk, Asked asked, boolean wantsUsage, OutputStream out) {
        this.desk = desk;
        this.asked = asked;
        this.wantsUsage = wantsUsage;
        this.out = out;
        this.model = asked.model().text();
    }

    /** Sends it all, and returns after its end, or when the server stops. */
    static void send(Context ctx, JobDesk desk, Asked asked, boolean wantsUsage)
            throws IOException, InterruptedException {
        boolean isOver = false;
        try {
            ctx.contentType("text/event-stream;charset=utf-8").header("Cache-Control", "no-store");
            OutputStream out = ctx.res().getOutputStream();
            ctx.res().flushBuffer();
            isOver = new ChatStream(desk, asked, wantsUsage, out).follow();
        } finally {
            if (!isOver) {
                desk.cancel(asked.member(), asked.job());
            }
        }
    }

    /** Whether the job has come to its end. */
    private boolean follow() throws IOException, InterruptedException {
        try (JobReader reader = desk.follow(asked.member(), asked.job())) {
            say(JsonCodec.encodeToString(Chunk.begin(asked, model)));
            while (!reader.isAtEnd() && !reader.isLetGo()) {
                List<JobEvent> events = reader.next(KEEP_ALIVE);
                if (events.isEmpty()) {
                    write(STILL_HERE);
                }
                for (JobEvent event : events) {
                    pass(event);
                }
                out.flush();
            }
            if (!reader.isAtEnd()) {
                throw JobEnd.letGo();
            }
            return true;
        } catch (ProblemException e) {
            say(JsonCodec.encodeToString(ErrorBody.of(e.problem())));
            out.flush();
            return false; // where the job has ended, to take it back is without effect
        }
    }

    private void pass(JobEvent event) throws IOException {
        if (event instanceof JobEvent.Started started) {
            model = started.model();
        } else if (event instanceof JobEvent.Token(int index, String text)) {
            piece(answer.add(index, text));
        } else if (event instanceof JobEvent.Requeued(int nextIndex)) {
            answer.back(nextIndex);
        }
        Optional<JobResult> result = JobEnd.of(event);
        if (result.isPresent()) {
            end(result.get());
        }
    }

    private void piece(String text) throws IOException {
        if (!text.isEmpty()) {
            say(JsonCodec.encodeToString(Chunk.piece(asked, model, text)));
        }
    }

    private void end(JobResult result) throws IOException {
        model = result.model();
        piece(answer.finish(result.output().text()));
        piece(SourceList.below(result.output()));
        say(JsonCodec.encodeToString(Chunk.end(asked, result)));
        if (wantsUsage) {
            say(JsonCodec.encodeToString(Chunk.usage(asked, result)));
        }
        write(DONE);
    }

    private void say(String json) throws IOException {
        write("data: " + json + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
