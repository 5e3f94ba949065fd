/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.ChatOption;
import com.noragentia.helios.protocol.task.ChatOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How an answer is to be written: OpenAI's parameters as ours. Pure. */
final class Sampling {

    private static final String STOP = "stop";
    private static final String MAX_TOKENS = "max_tokens";
    private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";
    /** Seeds of ours have 31 bits; smaller ones stay as they are. */
    private static final long SEEDS = 1L << 31;

    private Sampling() {}

    /** @param system what the model is told before the conversation; null for nothing */
    static ChatOptions of(Fields request, @Nullable String system) {
        return new ChatOptions(
                request.number("temperature", ChatOption.TEMPERATURE.least(), ChatOption.TEMPERATURE.most())
                        .orElse(null),
                // 0 means "only the likeliest" there, for which ours has a least share.
                request.number("top_p", 0, ChatOption.TOP_P.most())
                        .map(share -> Math.max(share, ChatOption.TOP_P.least()))
                        .orElse(null),
                null,
                null,
                penalty(request, "frequency_penalty", ChatOption.FREQUENCY_PENALTY),
                penalty(request, "presence_penalty", ChatOption.PRESENCE_PENALTY),
                longest(request),
                stop(request),
                seed(request),
                system);
    }

    private static @Nullable Double penalty(Fields request, String name, ChatOption option) {
        return request.number(name, option.least(), option.most()).orElse(null);
    }

    /** More than ours write is not wrong: the answer is no longer than that either. */
    private static @Nullable Integer longest(Fields request) {
        String name = request.find(MAX_COMPLETION_TOKENS).isPresent() ? MAX_COMPLETION_TOKENS : MAX_TOKENS;
        OptionalLong most = request.whole(name);
        if (most.isEmpty()) {
            return null;
        }
        if (most.getAsLong() < 1) {
            throw Fault.invalid(name, "1 or more");
        }
        return (int) Math.min(most.getAsLong(), (long) ChatOption.MAX_TOKENS.most());
    }

    private static @Nullable Integer seed(Fields request) {
        OptionalLong seed = request.whole("seed");
        return seed.isEmpty() ? null : (int) Math.floorMod(seed.getAsLong(), SEEDS);
    }

    private static @Nullable List<String> stop(Fields request) {
        Optional<JsonNode> found = request.find(STOP);
        if (found.isEmpty()) {
            return null;
        }
        JsonNode node = found.get();
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(text -> texts.add(Fields.text(text, STOP)));
        } else {
            texts.add(Fields.text(node, STOP));
        }
        if (Limit.STOP_STRINGS.isPassedBy(texts.size()) || texts.stream().anyMatch(Sampling::isNoStop)) {
            throw Fault.invalid(
                    STOP,
                    "at most " + Limit.STOP_STRINGS.value() + " strings of 1 to " + Limit.STOP_CHARACTERS.value()
                            + " characters");
        }
        return texts;
    }

    private static boolean isNoStop(String text) {
        return text.isEmpty() || Limit.STOP_CHARACTERS.isPassedBy(text.length());
    }
}
