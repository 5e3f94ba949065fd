/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.task.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What an answer used, as OpenAI counts.
 *
 * @param completion null of vectors, which are no words
 * @param details null where no model has a memory of prompts
 */
record TokenUsage(
        @JsonProperty("prompt_tokens") long prompt,
        @JsonProperty("completion_tokens") @Nullable Long completion,
        @JsonProperty("total_tokens") long total,
        @JsonProperty("prompt_tokens_details") @Nullable Details details) {

    /** @param cached tokens of the prompt that the model still had in its memory */
    record Details(@JsonProperty("cached_tokens") long cached) {}

    static TokenUsage ofWords(Usage usage) {
        Long cached = usage.cachedTokens();
        return new TokenUsage(
                usage.promptTokens(),
                usage.outputTokens(),
                usage.promptTokens() + usage.outputTokens(),
                cached == null ? null : new Details(cached));
    }

    static TokenUsage ofVectors(Usage usage) {
        return new TokenUsage(usage.promptTokens(), null, usage.promptTokens(), null);
    }
}
