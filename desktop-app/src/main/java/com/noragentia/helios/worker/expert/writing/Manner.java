/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.ChatOption;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is to be written: what the member chose, and where nothing was chosen what suits most questions. Options were checked by the
 * orchestrator; what is out of range all the same is a fault of the caller.
 *
 * @param sampling how tokens are drawn
 * @param maxTokens the longest answer
 * @param stop the answer ends before the first of these
 * @param system what the model is told before the conversation
 */
record Manner(SamplingRule sampling, int maxTokens, List<String> stop, String system) {

    private static final double TEMPERATURE = 0.7;
    private static final double TOP_P = 0.9;
    /** As {@code helios-gumbel-1} filters where nothing else is asked for. */
    private static final int TOP_K = SamplingRule.MAX_TOP_K;

    private static final double NO_PENALTY = 0;
    private static final double NO_DIVISION = 1;

    /**
     * The manner of an answer.
     *
     * @param exact whether the model is one whose likeliest word is the right one
     */
    static Manner of(TaskInput.Chat chat, long seed, boolean exact) {
        ChatOptions options = Objects.requireNonNullElse(chat.options(), ChatOptions.NONE);
        SamplingRule sampling = new SamplingRule(
                chosen(options.temperature(), exact ? 0 : TEMPERATURE),
                options.topK() == null ? TOP_K : options.topK(),
                chosen(options.topP(), TOP_P),
                chosen(options.repetitionPenalty(), NO_DIVISION),
                chosen(options.frequencyPenalty(), NO_PENALTY),
                chosen(options.presencePenalty(), NO_PENALTY),
                seed);
        String told = options.system();
        return new Manner(
                sampling,
                options.maxTokens() == null ? (int) ChatOption.MAX_TOKENS.most() : options.maxTokens(),
                options.stop() == null ? List.of() : options.stop(),
                told == null
                        ? Phrases.beside(Manner.class, "writing", chat.language())
                                .say("system")
                        : told);
    }

    private static double chosen(@Nullable Double choice, double usual) {
        return choice == null ? usual : choice;
    }
}
