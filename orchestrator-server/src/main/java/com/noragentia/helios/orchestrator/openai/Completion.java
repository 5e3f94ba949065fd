/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer in one piece, as {@code chat.completion}. */
record Completion(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        TokenUsage usage,
        Extension helios) {

    /** The one answer. */
    record Choice(
            int index,
            Told message,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Object logprobs,

            @JsonProperty("finish_reason") String finishReason) {}

    /** What the assistant says. */
    record Told(
            String role,
            String content,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String refusal) {}

    static Completion of(Asked asked, JobResult result) {
        String text = result.output().text() + SourceList.below(result.output());
        return new Completion(
                asked.id(),
                "chat.completion",
                asked.created(),
                result.model(),
                List.of(new Choice(0, new Told("assistant", text, null), null, finishReason(result.output()))),
                TokenUsage.ofWords(result.usage()),
                Extension.of(result, asked.turnsLeftOut()));
    }

    /** Why it ends: {@code length} where it breaks off. */
    static String finishReason(TaskOutput output) {
        Written written = output.writing();
        return written != null && written.stop() == StopReason.LENGTH ? "length" : "stop";
    }
}
