/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import io.javalin.http.Context;
import java.io.IOException;

/** JSON bodies of requests and replies. */
public final class Json {

    private Json() {}

    /**
     * The request's body.
     *
     * @throws ProblemException if it is over {@link Limit#REQUEST_BYTES}, is not such a record, or lacks a part
     */
    public static <T extends Record> T read(Context ctx, Class<T> type) {
        byte[] body = readBytes(ctx);
        try {
            return JsonCodec.decode(body, type, Limit.REQUEST_BYTES.value());
        } catch (WireException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the body is " + e.getMessage());
        }
    }

    /** Reserves as much as has come, in steps; at once where the request says how little that is, or 16 KB would be reserved for a question. */
    private static byte[] readBytes(Context ctx) {
        int limit = Limit.REQUEST_BYTES.intValue();
        long said = ctx.req().getContentLengthLong();
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(said < 0 || said > limit ? limit + 1 : (int) said);
            if (body.length > limit) {
                throw new ProblemException(Limit.REQUEST_BYTES.problem(), "over " + limit + " bytes of JSON");
            }
            return body;
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the body broke off");
        }
    }

    public static void reply(Context ctx, int status, Object value) {
        ctx.status(status).contentType("application/json").result(JsonCodec.encode(value));
    }
}
