/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.FloatBuffer;

/**
 * The sampler {@code helios-gumbel-1}: of the likeliest tokens the one whose logit and noise, together, are largest, which draws from the
 * softmax (the Gumbel-max trick) and can be checked by anyone who knows the seed. Frozen: a change of its choices needs another name. Not
 * thread-safe.
 */
public final class GumbelSampler implements TokenChooser {

    public static final String NAME = "helios-gumbel-1";

    private final SamplingRule rule;
    private final GumbelNoise noise;
    private final Penalties penalties;
    private final LogitRow row = new LogitRow();
    private final Shortlist shortlist = new Shortlist();
    private final double[] weights = new double[SamplingRule.MAX_TOP_K];

    public GumbelSampler(SamplingRule rule) {
        this.rule = rule;
        noise = new GumbelNoise(rule.seed());
        penalties = new Penalties(rule);
    }

    @Override
    public int choose(FloatBuffer logits, TokenSequence sequence) throws ModelFailure {
        row.take(logits);
        penalties.apply(row, sequence);
        shortlist.fill(row, rule.isGreedy() ? 1 : rule.topK());
        if (rule.isGreedy()) {
            return shortlist.token(0);
        }
        keepTopP();
        return largestWithNoise(sequence.written());
    }

    /** As few of the likeliest as have the share wanted; shares are those among the top k. */
    private void keepTopP() {
        if (rule.topP() == 1) {
            return;
        }
        double sum = 0;
        for (int i = 0; i < shortlist.size(); i++) {
            double below = (double) shortlist.logit(i) - shortlist.logit(0);
            weights[i] = StrictMath.exp(below / rule.temperature());
            sum += weights[i];
        }
        double wanted = rule.topP() * sum;
        int places = 0;
        for (double kept = 0; places < shortlist.size() && kept < wanted; places++) {
            kept += weights[places];
        }
        shortlist.keep(Math.max(places, 1));
    }

    private int largestWithNoise(int index) {
        int chosen = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shortlist.size(); i++) {
            int token = shortlist.token(i);
            double score = shortlist.logit(i) + rule.temperature() * noise.at(index, token);
            if (chosen < 0 || score > best || (score == best && token < chosen)) {
                chosen = token;
                best = score;
            }
        }
        return chosen;
    }
}
