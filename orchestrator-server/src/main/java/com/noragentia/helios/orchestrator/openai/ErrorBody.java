/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A problem as OpenAI writes it. */
record ErrorBody(Told error) {

    private static final String MODEL = "model";
    /** Values that stand elsewhere in the reply, or are names for our own clients' sentences. */
    private static final Set<String> ELSEWHERE = Set.of(Fault.PARAM, Fault.CODE, "retryAfter", "reason");

    /**
     * The error.
     *
     * @param message what is wrong, and what to do, in English
     * @param param the parameter that is at fault; null where it is none
     */
    record Told(
            String message,
            String type,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String param,

            String code) {}

    static ErrorBody of(Problem problem) {
        ErrorKind kind = ErrorKind.of(problem.code());
        return new ErrorBody(new Told(
                message(problem), kind.type(), param(problem), problem.values().getOrDefault(Fault.CODE, kind.code())));
    }

    private static @Nullable String param(Problem problem) {
        boolean isOfModel = problem.code() == ProblemCode.MODEL_UNKNOWN || problem.code() == ProblemCode.MODEL_MISSING;
        return problem.values().getOrDefault(Fault.PARAM, isOfModel ? MODEL : null);
    }

    private static String message(Problem problem) {
        String detail = problem.detail();
        String facts = new TreeMap<>(problem.values())
                .entrySet().stream()
                        .filter(fact -> !ELSEWHERE.contains(fact.getKey()))
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(", "));
        String sentence = detail.substring(0, Math.min(1, detail.length())).toUpperCase(Locale.ROOT)
                + detail.substring(Math.min(1, detail.length()));
        return sentence + (facts.isEmpty() ? "" : " (" + facts + ")") + "." + advice(problem.code());
    }

    /** What to do, where that is not plain from what is wrong. */
    private static String advice(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> " Make a key with: helios token create LABEL";
            case FORBIDDEN -> " Make a key for asking with: helios token create LABEL";
            case MODEL_UNKNOWN, MODEL_MISSING -> " GET /v1/models lists those that answer now.";
            case CONTRIBUTION_REQUIRED, REPUTATION_LOST, CREDITS_SPENT, QUESTION_TOO_DEAR, DAILY_LIMIT_REACHED ->
                " See what is missing with: helios standing";
            default -> "";
        };
    }
}
