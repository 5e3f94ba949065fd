/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;

/** What the orchestrator answered. */
public record Reply(int status, String mediaType, String body) {

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    public <T> T as(Class<T> type) {
        if (mediaType.equals(Problem.MEDIA_TYPE) && type != Problem.class) {
            throw new AssertionError(this);
        }
        try {
            return JsonCodec.decode(body, type, MAX_BYTES);
        } catch (WireException e) {
            throw new AssertionError(status + " " + body, e);
        }
    }

    public ProblemCode problem() {
        if (!mediaType.equals(Problem.MEDIA_TYPE)) {
            throw new AssertionError("not a problem: " + status + " " + body);
        }
        return as(Problem.class).code();
    }
}
