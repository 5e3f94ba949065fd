/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.TokenGenerator;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The product's loop, used as its experts use it. */
final class OwnLoop implements Loop {

    private final TokenGenerator generator;
    private final AutoCloseable closing;

    private OwnLoop(TokenGenerator generator, AutoCloseable closing) {
        this.generator = generator;
        this.closing = closing;
    }

    static OwnLoop open(OnnxRuntime runtime, Path model, int threads) throws ModelFailure {
        throw new UnsupportedOperationException(runtime + " " + model + threads);
    }

    @Override
    public String name() {
        return "helios";
    }

    @Override
    public Timing write(int[] prompt, int tokens) throws ModelFailure, InterruptedException {
        TokenClock clock = new TokenClock();
        long start = System.nanoTime();
        write(prompt, tokens, Optional.empty(), clock);
        return Timing.of(prompt.length, clock.count(), start, clock.first(), clock.last());
    }

    /** Writes as part of a conversation, or of none; nothing ends the answer but its length. Thread-safe. */
    void write(int[] prompt, int tokens, Optional<String> conversation, TokenClock clock)
            throws ModelFailure, InterruptedException {
        generator.generate(
                new GenerationRequest(new TokenSequence(prompt), SamplingRule.GREEDY, tokens, Set.of(), conversation),
                clock);
    }

    @Override
    public void close() throws Exception {
        closing.close();
    }
}
