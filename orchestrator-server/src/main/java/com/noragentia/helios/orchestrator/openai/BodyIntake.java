/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;

/** Takes the JSON of requests in; their bytes are counted as those of any upload. Thread-safe. */
final class BodyIntake {

    /** A refused body is read to its end up to here, so that the sender hears why instead of a broken pipe. */
    private static final long REFUSED_BYTES_READ = 2 * Limit.OPENAI_REQUEST_BYTES.value();

    private final SpoolFolder folder;
    private final Callers callers;

    BodyIntake(SpoolFolder folder, Callers callers) {
        this.folder = folder;
        this.callers = callers;
    }

    /**
     * The request's body; must be closed.
     *
     * @throws ProblemException {@code request-too-large} and the like, or {@code rate-limited}
     */
    RequestBody read(Context ctx, String member) throws IOException {
        try {
            long said = ctx.req().getContentLengthLong();
            if (Limit.OPENAI_REQUEST_BYTES.isPassedBy(said)) {
                throw BodyReader.tooLarge(Limit.OPENAI_REQUEST_BYTES);
            }
            callers.upload(member, Math.max(0, said));
            return read(ctx, member, said);
        } catch (ProblemException e) {
            ctx.req().getInputStream().skip(REFUSED_BYTES_READ);
            throw e;
        }
    }

    private RequestBody read(Context ctx, String member, long said) throws IOException {
        RequestBody body;
        try {
            body = new BodyReader(folder).read(ctx.req().getInputStream());
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the body broke off");
        }
        if (said < 0) {
            try {
                callers.upload(member, body.read());
            } catch (ProblemException e) {
                body.close();
                throw e;
            }
        }
        return body;
    }
}
