/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.edge.ProblemForm;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.wire.JsonCodec;
import io.javalin.http.Context;

/** Problems as clients of OpenAI's read them. */
final class ErrorReplies implements ProblemForm {

    /** Read by OpenAI's own clients, which otherwise repeat what failed with a status of 409, 429 or 500 and more. */
    private static final String SHOULD_RETRY = "x-should-retry";

    @Override
    public boolean isUsedAt(String path) {
        return path.startsWith(OpenAiWiring.ROOT);
    }

    @Override
    public void write(Context ctx, Problem problem) {
        ErrorKind kind = ErrorKind.of(problem.code());
        ctx.header(SHOULD_RETRY, Boolean.toString(kind.isWorthRetrying()));
        ctx.status(kind.status()).contentType("application/json").result(JsonCodec.encode(ErrorBody.of(problem)));
    }
}
