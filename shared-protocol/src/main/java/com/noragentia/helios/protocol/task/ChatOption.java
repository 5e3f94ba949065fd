/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The options that are numbers, each with its range, once. */
public enum ChatOption {
    TEMPERATURE("temperature", 0, 2, ChatOptions::temperature),
    TOP_P("topP", 0.001, 1, ChatOptions::topP),
    TOP_K("topK", 1, 64, ChatOptions::topK),
    REPETITION_PENALTY("repetitionPenalty", 0.5, 2, ChatOptions::repetitionPenalty),
    FREQUENCY_PENALTY("frequencyPenalty", -2, 2, ChatOptions::frequencyPenalty),
    PRESENCE_PENALTY("presencePenalty", -2, 2, ChatOptions::presencePenalty),
    /** No longer than what is paid for. */
    MAX_TOKENS("maxTokens", 1, 1_024, ChatOptions::maxTokens),
    VARIATION("variation", 0, Integer.MAX_VALUE, ChatOptions::variation);

    private final String field;
    private final double least;
    private final double most;
    private final Function<ChatOptions, @Nullable Number> value;

    ChatOption(String field, double least, double most, Function<ChatOptions, @Nullable Number> value) {
        this.field = field;
        this.least = least;
        this.most = most;
        this.value = value;
    }

    /** What it is called in {@link ChatOptions}. */
    public String field() {
        return field;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    /** Whether it is left out, or within its range. */
    public boolean isFine(ChatOptions options) {
        Number chosen = value.apply(options);
        return chosen == null || (chosen.doubleValue() >= least && chosen.doubleValue() <= most);
    }
}
