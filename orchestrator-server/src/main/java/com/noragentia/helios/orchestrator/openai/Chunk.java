/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.api.JobResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of an answer, as {@code chat.completion.chunk}. */
record Chunk(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @Nullable TokenUsage usage,
        @Nullable Extension helios) {

    /** The one answer. */
    record Choice(
            int index,
            Delta delta,

            @JsonProperty("finish_reason") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String finishReason) {}

    /** What comes on top of what came before. */
    record Delta(@Nullable String role, @Nullable String content) {}

    /** The first: who speaks. */
    static Chunk begin(Asked asked, String model) {
        return of(asked, model, new Choice(0, new Delta("assistant", ""), null), null);
    }

    static Chunk piece(Asked asked, String model, String text) {
        return of(asked, model, new Choice(0, new Delta(null, text), null), null);
    }

    /** The last with words or without: why it ends, and what Helios knows of the answer. */
    static Chunk end(Asked asked, JobResult result) {
        return of(
                asked,
                result.model(),
                new Choice(0, new Delta(null, null), Completion.finishReason(result.output())),
                Extension.of(result, asked.turnsLeftOut()));
    }

    /** What it used, where that is wanted. */
    static Chunk usage(Asked asked, JobResult result) {
        return new Chunk(
                asked.id(),
                "chat.completion.chunk",
                asked.created(),
                result.model(),
                List.of(),
                TokenUsage.ofWords(result.usage()),
                null);
    }

    private static Chunk of(Asked asked, String model, Choice choice, @Nullable Extension helios) {
        return new Chunk(asked.id(), "chat.completion.chunk", asked.created(), model, List.of(choice), null, helios);
    }
}
