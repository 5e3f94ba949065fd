/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;
import java.util.function.Function;

/** Who asks, by the bearer token, and how often and how much. Thread-safe. */
final class Callers {

    private final Function<Context, String> memberOf;
    private final TokenBuckets buckets;

    /** @param memberOf tells whose request it is, or refuses it */
    Callers(Function<Context, String> memberOf, TokenBuckets buckets) {
        this.memberOf = memberOf;
        this.buckets = buckets;
    }

    /**
     * The member who looks.
     *
     * @throws ProblemException {@code unauthenticated}, {@code forbidden} or {@code rate-limited}
     */
    String looking(Context ctx) {
        return memberOf.apply(ctx);
    }

    /** As {@link #looking}, for a request that becomes a job. */
    String asking(Context ctx) {
        String member = memberOf.apply(ctx);
        buckets.take(RateLimit.JOBS_PER_MEMBER, member);
        return member;
    }

    /** @throws ProblemException {@code rate-limited} after too many bytes */
    void upload(String member, long bytes) {
        buckets.take(RateLimit.UPLOAD_BYTES_PER_MEMBER, member, bytes);
    }
}
