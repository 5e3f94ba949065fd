/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When to come back (RFC 9110, section 10.2.3), which every refusal for lack of room or time says. */
public final class RetryAfter {

    static final String HEADER = "Retry-After";
    /** The key among a problem's values. */
    static final String VALUE = "retryAfter";

    private static final Map<ProblemCode, Duration> USUAL = Map.of(
            ProblemCode.OVERLOADED, Duration.ofSeconds(5),
            ProblemCode.TOO_MANY_JOBS, Duration.ofSeconds(10),
            ProblemCode.SHUTTING_DOWN, Duration.ofSeconds(15),
            ProblemCode.QUEUE_FULL, Duration.ofSeconds(60),
            ProblemCode.RATE_LIMITED, Duration.ofSeconds(60));

    private RetryAfter() {}

    /** Whole seconds, at least one, so that nobody comes back too early. */
    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }

    /** A limit is passed for so long. */
    public static ProblemException tooOften(String limit, Duration wait) {
        return new ProblemException(ProblemCode.RATE_LIMITED, "over " + limit, Map.of(VALUE, seconds(wait)));
    }

    /** The same problem; it says when to come back if its code has a usual time and it says none itself. */
    static Problem completed(Problem problem) {
        Duration usual = USUAL.get(problem.code());
        if (usual == null || problem.values().containsKey(VALUE)) {
            return problem;
        }
        Map<String, String> values = new TreeMap<>(problem.values());
        values.put(VALUE, seconds(usual));
        return new Problem(problem.code(), problem.detail(), values);
    }

    static Optional<String> of(Problem problem) {
        return Optional.ofNullable(problem.values().get(VALUE));
    }
}
