/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.ProcessMemory;
import com.noragentia.helios.worker.runtime.generation.CausalLanguageModel;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.generation.TokenSink;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Tries how fast a language model of this computer is, with random tokens: what they say does not matter to the time. It is not gentle, as a
 * worker is: every core computes. For one use.
 */
final class WriterTrial {

    /** What is read before the first token, where the context allows it. */
    private static final int PROMPT_TOKENS = 512;

    private static final int WRITTEN_TOKENS = 64;
    /** The first round warms up and does not count. */
    private static final int ROUNDS = 4;

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * What came of it, the best of several rounds.
     *
     * @param read tokens a second
     * @param written tokens a second
     * @param memoryBytes by which the process grew, without pages of files
     */
    record Figures(double loadSeconds, double read, double written, long memoryBytes) {}

    private WriterTrial() {}

    /** @throws ModelFailure if it is no language model, or does not load */
    static Figures of(ModelManifest manifest, Map<String, Path> files) throws ModelFailure, InterruptedException {
        if (manifest.traits().family() != ModelFamily.CAUSAL_LM) {
            throw ModelFailure.told("no-writer", manifest.id() + " is no language model", manifest.id());
        }
        OnnxRuntime runtime = OnnxRuntime.start(1, new MemoryBudget(ThisComputer.memoryForModels()));
        long before = ProcessMemory.anonymousBytes().orElse(0);
        long start = System.nanoTime();
        try (ModelSpace space = runtime.admit(manifest, files)) {
            int threads = Runtime.getRuntime().availableProcessors();
            CausalLanguageModel model = CausalLanguageModel.open(
                    space,
                    space.nameEndingWith(".onnx"),
                    new GenerationSettings(GumbelSampler::new, () -> threads, false));
            double load = (System.nanoTime() - start) / NANOS;
            TokenClock best = new TokenClock();
            for (int round = 0; round < ROUNDS; round++) {
                best.round(model, round);
            }
            return new Figures(
                    load,
                    best.read,
                    best.written,
                    ProcessMemory.anonymousBytes().orElse(0) - before);
        }
    }

    /** Hears when tokens come. */
    private static final class TokenClock implements TokenSink {

        private double read;
        private double written;
        private long first;
        private long last;
        private int tokens;

        void round(CausalLanguageModel model, int round) throws ModelFailure, InterruptedException {
            int prompt = Math.min(PROMPT_TOKENS, model.contextTokens() / 2);
            int answer = Math.min(WRITTEN_TOKENS, model.contextTokens() - prompt);
            tokens = 0;
            long start = System.nanoTime();
            // Each prompt begins otherwise, so that nothing is known of it.
            int[] ids = IntStream.range(0, prompt)
                    .map(i -> (int) ((i * 7919L + 104_729L * (round + 1)) % model.vocabulary()))
                    .toArray();
            var unused = model.generate(
                    new GenerationRequest(new TokenSequence(ids), SamplingRule.GREEDY, answer, Set.of()), this);
            if (round > 0) {
                read = Math.max(read, prompt * NANOS / (first - start));
                written = Math.max(written, (tokens - 1) * NANOS / Math.max(1, last - first));
            }
        }

        @Override
        public void reading(int done, int total) {}

        @Override
        public boolean token(int token) {
            last = System.nanoTime();
            if (tokens++ == 0) {
                first = last;
            }
            return true;
        }
    }
}
