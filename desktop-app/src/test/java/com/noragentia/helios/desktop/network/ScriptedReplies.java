/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** How scripted servers read what they are sent, and write what they answer. */
final class ScriptedReplies {

    private ScriptedReplies() {}

    static <T> T read(RecordedRequest request, Class<T> type) throws WireException {
        return JsonCodec.decode(request.getBody().toByteArray(), type, Limit.REQUEST_BYTES.value());
    }

    static MockResponse done() {
        return new MockResponse.Builder().code(204).build();
    }

    static MockResponse problem(ProblemCode code) {
        return json(code.status(), Problem.of(code, "scripted"));
    }

    static MockResponse json(int status, Object body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(JsonCodec.encodeToString(body))
                .build();
    }
}
