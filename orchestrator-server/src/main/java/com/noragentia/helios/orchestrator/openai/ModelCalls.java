/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.job.JobDesk;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;

/** {@code GET /v1/models} and {@code GET /v1/models/{model}}. Thread-safe. */
final class ModelCalls {

    private final JobDesk desk;
    private final Callers callers;

    ModelCalls(JobDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    void list(Context ctx) {
        callers.looking(ctx);
        Json.reply(ctx, 200, ModelList.of(desk.answering()));
    }

    void one(Context ctx) {
        callers.looking(ctx);
        ModelList.Model model = ModelList.of(desk.answering())
                .find(ctx.pathParam("model"))
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.MODEL_UNKNOWN, "no model of this name can answer now"));
        Json.reply(ctx, 200, model);
    }
}
