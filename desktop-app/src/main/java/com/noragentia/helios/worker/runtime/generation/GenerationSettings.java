/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenChooser;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * What a language model needs beside its files.
 *
 * @param sampler makes what chooses the tokens of one answer
 * @param threads how many the next run should use, 1 or more; asked often, so it answers at once
 * @param prepack whether weights may be kept on disk in the form that this processor wants, see {@code docs/inference.md}
 */
public record GenerationSettings(Function<SamplingRule, TokenChooser> sampler, IntSupplier threads, boolean prepack) {

    /** On a computer that is there for nothing else: every core, whatever else runs. */
    public static GenerationSettings ofHost() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new GenerationSettings(GumbelSampler::new, () -> cores, true);
    }

    /** As a worker of a member's computer runs: the network's sampler, and no more threads than there are idle cores. */
    public static GenerationSettings ofGuest() {
        return new GenerationSettings(GumbelSampler::new, IdleCores.ofThisComputer(), true);
    }
}
