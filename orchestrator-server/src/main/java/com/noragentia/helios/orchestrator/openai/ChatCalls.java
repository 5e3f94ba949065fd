/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.job.JobDesk;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.task.TaskInput;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** {@code POST /v1/chat/completions}. Thread-safe. */
final class ChatCalls {

    private final JobDesk desk;
    private final Callers callers;
    private final BodyIntake bodies;
    private final FileIntake files;
    private final Clock clock;

    ChatCalls(JobDesk desk, Callers callers, BodyIntake bodies, FileIntake files, Clock clock) {
        this.desk = desk;
        this.callers = callers;
        this.bodies = bodies;
        this.files = files;
        this.clock = clock;
    }

    void answer(Context ctx) throws IOException, InterruptedException {
        String member = callers.asking(ctx);
        ChatRequest request;
        Asked asked;
        try (RequestBody body = bodies.read(ctx, member)) { // not for as long as the answer takes
            request = ChatRequest.of(body);
            asked = ask(ctx, member, request);
        }
        if (request.isStreamed()) {
            ChatStream.send(ctx, desk, asked, request.wantsUsage());
        } else {
            Json.reply(ctx, 200, Completion.of(asked, JobEnd.await(desk, member, asked.job())));
        }
    }

    private Asked ask(Context ctx, String member, ChatRequest request) {
        Conversation conversation = request.conversation();
        conversation.expert(); // before anything is stored
        TaskInput input =
                conversation.input(AskedLanguage.of(ctx), files.keep(member, conversation.files()), request.options());
        JobRequest job = new JobRequest(
                input, request.cacheKey().orElse(null), request.model().wish());
        return new Asked(
                member,
                desk.submit(member, job, Optional.empty()),
                clock.instant().getEpochSecond(),
                request.model(),
                conversation.turnsLeftOut());
    }
}
