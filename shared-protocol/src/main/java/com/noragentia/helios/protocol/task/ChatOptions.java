/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a language model is to write. What is null is left to the model; models that do not write word by word pass all of it over. The
 * ranges are in {@link ChatOption}.
 *
 * @param temperature 0 for the likeliest word always
 * @param topP share of probability of the words that take part
 * @param topK how many of the likeliest words take part
 * @param repetitionPenalty divides the weight of words seen before; 1 for none
 * @param frequencyPenalty taken off a word for each time it was written; 0 for none
 * @param presencePenalty taken off once for each word that was written; 0 for none
 * @param maxTokens the longest answer
 * @param stop the answer ends before the first of these that it would hold; see {@code Limit.STOP_STRINGS}
 * @param variation the same member with the same question and the same number gets the same answer of the same model; null for one by chance
 * @param system what the model is told before the conversation, in place of Helios's own words
 */
public record ChatOptions(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Double repetitionPenalty,
        @Nullable Double frequencyPenalty,
        @Nullable Double presencePenalty,
        @Nullable Integer maxTokens,
        @Nullable List<String> stop,
        @Nullable Integer variation,
        @Nullable String system) {

    /** Everything is left to the model. */
    public static final ChatOptions NONE = new ChatOptions(null, null, null, null, null, null, null, null, null, null);

    public ChatOptions {
        stop = stop == null ? null : List.copyOf(stop);
    }
}
