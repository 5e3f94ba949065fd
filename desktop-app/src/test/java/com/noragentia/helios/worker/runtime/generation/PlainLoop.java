/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.runtime.graph.CopyingLoop;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** What the product's loop must say: the prompt at once, then a token at a time, one thread, nothing shared, nothing remembered. */
final class PlainLoop {

    private PlainLoop() {}

    static int[] write(Path graph, int[] prompt, SamplingRule rule, int tokens) throws Exception {
        TokenSequence sequence = new TokenSequence(prompt);
        GumbelSampler sampler = new GumbelSampler(rule);
        try (CopyingLoop loop = CopyingLoop.open(graph, 1)) {
            float[] logits = loop.lastLogits(IntStream.of(prompt).asLongStream().toArray());
            for (int i = 0; i < tokens; i++) {
                int token = sampler.choose(FloatBuffer.wrap(logits), sequence);
                sequence.append(token);
                logits = i + 1 < tokens ? loop.lastLogits(token) : logits;
            }
        }
        return sequence.slice(prompt.length, sequence.length());
    }

    /** Different for each seed, and long enough to matter. */
    static int[] prompt(int length, long seed) {
        return new Random(seed).ints(length, 0, RandomLanguageModel.VOCABULARY).toArray();
    }

    /** The same few tokens over and over. */
    static int[] repeating(int length, int period) {
        int[] prompt = new int[length];
        Arrays.setAll(prompt, i -> 7 + 11 * (i % period));
        return prompt;
    }
}
