/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.expert.ModelFailure;

/** A causal language model in memory: tokens in, tokens out. Thread-safe: calls that come together are computed together. */
public interface TokenGenerator {

    /** Prompt and answer together have at most so many tokens. */
    int contextTokens();

    /** Tokens are 0 to this, exclusive. */
    int vocabulary();

    /** Answers that are written in shared runs; more than so many wait for each other, or take turns. At least 1. */
    int atOnce();

    /**
     * Writes on from a prompt.
     *
     * @throws ModelFailure if the model does not work here
     * @throws InterruptedException if the calling thread was interrupted; computing stops within one chunk of the prompt or one token
     * @throws IllegalArgumentException if the request does not fit the context, or names tokens out of range
     */
    Generated generate(GenerationRequest request, TokenSink sink) throws ModelFailure, InterruptedException;
}
