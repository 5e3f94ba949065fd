/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.job.JobDesk;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.TaskInput;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /v1/embeddings}. Thread-safe. */
final class EmbeddingCalls {

    private static final String INPUT = "input";
    private static final String FORMAT = "encoding_format";

    private final JobDesk desk;
    private final Callers callers;
    private final BodyIntake bodies;

    EmbeddingCalls(JobDesk desk, Callers callers, BodyIntake bodies) {
        this.desk = desk;
        this.callers = callers;
        this.bodies = bodies;
    }

    void answer(Context ctx) throws IOException, InterruptedException {
        String member = callers.asking(ctx);
        Fields request;
        try (RequestBody body = bodies.read(ctx, member)) {
            request = body.fields();
        }
        ModelName model = new ModelName(request.needText("model"));
        boolean isPacked = isPacked(request);
        if (request.find("dimensions").isPresent()) {
            throw Fault.unsupported("dimensions");
        }
        TaskInput input = new TaskInput.Embedding(AskedLanguage.of(ctx), texts(request.need(INPUT)));
        String job = desk.submit(member, new JobRequest(input, null, model.wish()), Optional.empty());
        JobResult result = JobEnd.await(desk, member, job);
        Json.reply(ctx, 200, Embeddings.of(result, isPacked));
    }

    private static boolean isPacked(Fields request) {
        return switch (request.text(FORMAT).orElse("float")) {
            case "float" -> false;
            case "base64" -> true;
            default -> throw Fault.invalid(FORMAT, "float or base64");
        };
    }

    private static List<String> texts(JsonNode input) {
        if (input.isTextual()) {
            return List.of(text(input, INPUT));
        }
        if (!input.isArray() || input.isEmpty() || Limit.EMBEDDING_TEXTS.isPassedBy(input.size())) {
            throw Fault.invalid(INPUT, "a string, or a list of 1 to " + Limit.EMBEDDING_TEXTS.value() + " strings");
        }
        List<String> texts = new ArrayList<>(input.size());
        for (int i = 0; i < input.size(); i++) {
            texts.add(text(input.get(i), INPUT + "[" + i + "]"));
        }
        return texts;
    }

    private static String text(JsonNode node, String param) {
        if (!node.isTextual()) {
            throw Fault.unsupportedValue(param, "send texts as strings, not as tokens");
        }
        return MessageReader.words(node.textValue(), param);
    }
}
