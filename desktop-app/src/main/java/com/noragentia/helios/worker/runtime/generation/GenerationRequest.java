/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.Optional;
import java.util.Set;

/**
 * What to write.
 *
 * @param start the prompt, and after it what an earlier attempt wrote, which is taken as written and not given to the sink again; copied
 *     before it is added to
 * @param sampling how tokens are drawn
 * @param maxTokens how many may be written, those already written included; at least 1
 * @param endTokens each of them ends the answer and is not given to the sink
 * @param conversation what was computed for a request is used again only for requests of the same conversation; those without one share
 *     what they have in common. Answers are the same either way, but a shared start is answered sooner, which tells whoever times it that
 *     somebody asked so before: what is a member's own belongs in a conversation
 * @param kept whether others come after it that begin alike; otherwise it uses nothing of earlier ones, and leaves the room to those that do
 */
public record GenerationRequest(
        TokenSequence start,
        SamplingRule sampling,
        int maxTokens,
        Set<Integer> endTokens,
        Optional<String> conversation,
        boolean kept) {

    public GenerationRequest {
        endTokens = Set.copyOf(endTokens);
        if (start.promptLength() == 0 || maxTokens < 1) {
            throw new IllegalArgumentException(
                    "a prompt of %d tokens, an answer of at most %d".formatted(start.promptLength(), maxTokens));
        }
    }

    /** A request that others come after. */
    public GenerationRequest(
            TokenSequence start,
            SamplingRule sampling,
            int maxTokens,
            Set<Integer> endTokens,
            Optional<String> conversation) {
        this(start, sampling, maxTokens, endTokens, conversation, true);
    }

    /** A request that is part of no conversation. */
    public GenerationRequest(TokenSequence start, SamplingRule sampling, int maxTokens, Set<Integer> endTokens) {
        this(start, sampling, maxTokens, endTokens, Optional.empty());
    }
}
