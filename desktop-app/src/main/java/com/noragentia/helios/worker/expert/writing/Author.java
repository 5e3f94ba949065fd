/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.generation.Generated;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.TokenGenerator;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.text.ChatTemplate;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A language model as other experts use it: instructions in, words out, always the likeliest ones, so that a repetition says the same. What it is
 * given to read never becomes a control token. Nothing of it is kept for another task. Thread-safe.
 */
public final class Author {

    private final TokenGenerator generator;
    private final TextTokenizer tokenizer;
    private final PromptRoom prompts;
    private final Set<Integer> endTokens;
    private final int contextTokens;

    /**
     * A model.
     *
     * @param contextTokens what its manifest promises; 0 for all that its graph has
     * @param endTokens each of them ends a text
     */
    public Author(
            TokenGenerator generator,
            TextTokenizer tokenizer,
            ChatTemplate template,
            Set<Integer> endTokens,
            int contextTokens) {
        this.generator = generator;
        this.tokenizer = tokenizer;
        this.prompts = new PromptRoom(template, tokenizer);
        this.endTokens = Set.copyOf(endTokens);
        this.contextTokens =
                contextTokens == 0 ? generator.contextTokens() : Math.min(contextTokens, generator.contextTokens());
    }

    /** What to write. */
    public record Order(String instructions, String material) {}

    /** Who reads what is written, as it comes. */
    public interface Reader {

        /** So many tokens of the order are read. */
        void reading(int done, int total);

        /** The next words; false if no more are wanted. */
        boolean words(String words);
    }

    /** How a text ended, and what it took. */
    public record Draft(StopReason stop, int promptTokens, int writtenTokens) {}

    /** Order and text together have at most so many tokens. */
    public int contextTokens() {
        return contextTokens;
    }

    /** Tokens of a stretch of text; at most 1,000,000 characters. */
    public int tokens(String text) {
        return tokenizer.encode(text).length;
    }

    /** Tokens of an order, with all that the model's template puts around it. */
    public int tokens(Order order) throws ModelFailure {
        return prompt(order).start().promptLength();
    }

    private Prompt prompt(Order order) throws ModelFailure {
        return prompts.fit(order.instructions(), new Exchange.Talk(List.of(), order.material()), Integer.MAX_VALUE);
    }

    /**
     * Writes.
     *
     * @param most tokens at most; with those of the order no more than {@link #contextTokens()}
     * @throws IllegalArgumentException if the order leaves no room
     */
    public Draft write(Order order, int most, Reader reader) throws ModelFailure, InterruptedException {
        Prompt prompt = prompt(order);
        int length = prompt.start().promptLength();
        Dictation dictation = new Dictation(tokenizer, reader);
        Generated generated = generator.generate(
                new GenerationRequest(
                        prompt.start(),
                        SamplingRule.GREEDY,
                        Math.min(most, contextTokens - length),
                        endTokens,
                        Optional.empty(),
                        false),
                dictation);
        dictation.finish();
        StopReason stop = generated.end() == Generated.End.LENGTH ? StopReason.LENGTH : StopReason.STOP;
        return new Draft(stop, generated.promptTokens(), generated.writtenTokens());
    }
}
