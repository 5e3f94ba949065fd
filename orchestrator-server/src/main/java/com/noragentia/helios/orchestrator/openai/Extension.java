/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Helios knows of an answer and OpenAI has no field for; stands under {@code helios} in replies, where other clients pass it over.
 *
 * @param worker name of the device that answered
 * @param credits what it cost; null where that is not known
 * @param origin where the words come from; null where they are read or heard in the files
 * @param demonstration whether the model only shows that things work
 * @param sources places in the files that the answer rests on
 * @param turnsLeftOut earlier messages that were not read, the oldest ones
 */
record Extension(
        String worker,
        @Nullable Double credits,
        @Nullable AnswerOrigin origin,
        boolean demonstration,
        List<Source> sources,
        @JsonProperty("turns_left_out") int turnsLeftOut) {

    static Extension of(JobResult result, int turnsLeftOut) {
        TaskOutput output = result.output();
        Written written = output.writing();
        return new Extension(
                result.worker(),
                result.credits(),
                origin(output),
                isDemonstration(output, written),
                output.sources(),
                turnsLeftOut + (written == null ? 0 : written.turnsLeftOut()));
    }

    private static @Nullable AnswerOrigin origin(TaskOutput output) {
        return switch (output) {
            case TaskOutput.Chat chat -> chat.origin();
            case TaskOutput.Document document -> document.origin();
            case TaskOutput.Image _, TaskOutput.Audio _, TaskOutput.Embedding _ -> null;
        };
    }

    private static boolean isDemonstration(TaskOutput output, @Nullable Written written) {
        return switch (output) {
            case TaskOutput.Audio audio ->
                audio.spoken() != null && audio.spoken().demonstration();
            case TaskOutput.Image image -> image.allSeen().stream().anyMatch(Seen::demonstration);
            case TaskOutput.Chat _, TaskOutput.Document _, TaskOutput.Embedding _ ->
                written != null && written.demonstration();
        };
    }
}
