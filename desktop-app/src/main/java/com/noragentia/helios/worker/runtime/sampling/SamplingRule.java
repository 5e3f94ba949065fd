/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

/**
 * How tokens are drawn by {@code helios-gumbel-1}. Immutable.
 *
 * @param temperature 0 for the likeliest token always; at most 2
 * @param topK how many of the likeliest tokens take part; 1 to 64
 * @param topP share of probability of those that take part; above 0, at most 1
 * @param repetitionPenalty divides (or multiplies, where negative) the logits of tokens seen before; 1 for none
 * @param frequencyPenalty subtracted from a token's logit for each time it was written; 0 for none
 * @param presencePenalty subtracted once from the logit of each token that was written; 0 for none
 * @param seed of the noise, chosen by the orchestrator
 */
public record SamplingRule(
        double temperature,
        int topK,
        double topP,
        double repetitionPenalty,
        double frequencyPenalty,
        double presencePenalty,
        long seed) {

    /** The widest filter the sampler has. */
    public static final int MAX_TOP_K = 64;

    public static final double MAX_TEMPERATURE = 2;

    /** The likeliest token, always. */
    public static final SamplingRule GREEDY = new SamplingRule(0, MAX_TOP_K, 1, 1, 0, 0, 0);

    public SamplingRule {
        if (!(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw new IllegalArgumentException("a temperature of " + temperature);
        }
        if (topK < 1 || topK > MAX_TOP_K) {
            throw new IllegalArgumentException("a top-k of " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("a top-p of " + topP);
        }
        if (!(repetitionPenalty > 0) || !Double.isFinite(frequencyPenalty) || !Double.isFinite(presencePenalty)) {
            throw new IllegalArgumentException("a penalty that is no number");
        }
    }

    public boolean isGreedy() {
        return temperature == 0;
    }
}
