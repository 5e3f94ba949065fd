/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.protocol.api.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When coming back may help: the value of a problem, or the header (RFC 9110, section 10.2.3) where a proxy speaks for the orchestrator. */
public final class RetryAfter {

    private static final String VALUE = "retryAfter";
    /** Nobody waits longer; more is a mistake. */
    private static final long LONGEST_SECONDS = 24 * 60 * 60;

    private RetryAfter() {}

    /** How long to wait, if the problem says so. */
    public static Optional<Duration> of(Problem problem) {
        return Optional.ofNullable(problem.values().get(VALUE))
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_SECONDS)));
    }

    /** The problem with what the header says, unless it says so itself; a date is passed over. */
    static Problem noted(Problem problem, @Nullable String header) {
        if (header == null || !header.matches("[0-9]{1,9}") || problem.values().containsKey(VALUE)) {
            return problem;
        }
        Map<String, String> values = new HashMap<>(problem.values());
        values.put(VALUE, header);
        return new Problem(problem.code(), problem.detail(), values);
    }
}
