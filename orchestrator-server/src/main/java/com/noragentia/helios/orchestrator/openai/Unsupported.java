/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Parameters that OpenAI has and Helios has not, with the values that ask for nothing. Any other value is refused: whoever sends one would else believe in
 * vain that it was heeded. What neither knows is passed over, as OpenAI does.
 */
enum Unsupported {
    N("n", value -> value.isIntegralNumber() && value.longValue() == 1),
    TOOLS("tools", JsonNode::isEmpty),
    TOOL_CHOICE("tool_choice", value -> isOneOf(value, "none", "auto")),
    FUNCTIONS("functions", JsonNode::isEmpty),
    FUNCTION_CALL("function_call", value -> isOneOf(value, "none", "auto")),
    RESPONSE_FORMAT("response_format", value -> isOneOf(value.path("type"), "text")),
    MODALITIES("modalities", value -> value.isArray() && value.size() == 1 && isOneOf(value.path(0), "text")),
    AUDIO("audio", _ -> false),
    LOGPROBS("logprobs", value -> value.isBoolean() && !value.booleanValue()),
    TOP_LOGPROBS("top_logprobs", value -> value.isIntegralNumber() && value.longValue() == 0),
    LOGIT_BIAS("logit_bias", JsonNode::isEmpty),
    PREDICTION("prediction", _ -> false),
    REASONING_EFFORT("reasoning_effort", value -> isOneOf(value, "none")),
    VERBOSITY("verbosity", value -> isOneOf(value, "medium")),
    STORE("store", value -> value.isBoolean() && !value.booleanValue()),
    WEB_SEARCH_OPTIONS("web_search_options", _ -> false);

    private final String parameter;
    private final Predicate<JsonNode> asksForNothing;

    Unsupported(String parameter, Predicate<JsonNode> asksForNothing) {
        this.parameter = parameter;
        this.asksForNothing = asksForNothing;
    }

    String parameter() {
        return parameter;
    }

    private static boolean isOneOf(JsonNode value, String... texts) {
        return value.isTextual() && Arrays.asList(texts).contains(value.textValue());
    }

    /** @throws com.noragentia.helios.protocol.api.ProblemException that names the first that asks for something */
    static void refuse(Fields request) {
        for (Unsupported one : values()) {
            request.find(one.parameter)
                    .filter(value -> !one.asksForNothing.test(value))
                    .ifPresent(_ -> {
                        throw Fault.unsupported(one.parameter);
                    });
        }
    }
}
