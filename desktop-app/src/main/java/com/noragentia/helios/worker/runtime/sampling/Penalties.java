/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import com.noragentia.helios.worker.expert.ModelFailure;

/**
 * Lowers the logits of tokens that were there before. The repetition penalty (Keskar and others 2019, section 4.1) counts the prompt, the
 * two others what was written after it; each logit is computed in double precision and rounded once. Not thread-safe.
 */
final class Penalties {

    private final SamplingRule rule;
    /** Times each token was written; kept at zero between two calls. */
    private int[] written = {};

    private boolean[] seen = {};

    Penalties(SamplingRule rule) {
        this.rule = rule;
    }

    /**
     * Changes a row by what came before it.
     *
     * @throws ModelFailure if the sequence has tokens that the row has not
     */
    void apply(LogitRow row, TokenSequence before) throws ModelFailure {
        if (rule.repetitionPenalty() == 1 && rule.frequencyPenalty() == 0 && rule.presencePenalty() == 0) {
            return;
        }
        if (written.length < row.length()) {
            written = new int[row.length()];
            seen = new boolean[row.length()];
        }
        try {
            count(row, before);
            lower(row, before);
        } finally {
            forget(row, before);
        }
    }

    private void count(LogitRow row, TokenSequence before) throws ModelFailure {
        for (int i = 0; i < before.length(); i++) {
            int token = before.at(i);
            if (token < 0 || token >= row.length()) {
                throw new ModelFailure("token %d came before, logits are %d".formatted(token, row.length()));
            }
            if (i >= before.promptLength()) {
                written[token]++;
            }
        }
    }

    private void lower(LogitRow row, TokenSequence before) {
        for (int i = 0; i < before.length(); i++) {
            int token = before.at(i);
            if (!seen[token]) {
                seen[token] = true;
                row.set(token, (float) lowered(row.at(token), written[token]));
            }
        }
    }

    private double lowered(double logit, int times) {
        double repeated = logit > 0 ? logit / rule.repetitionPenalty() : logit * rule.repetitionPenalty();
        return times == 0 ? repeated : repeated - times * rule.frequencyPenalty() - rule.presencePenalty();
    }

    private void forget(LogitRow row, TokenSequence before) {
        for (int i = 0; i < before.length(); i++) {
            int token = before.at(i);
            if (token >= 0 && token < row.length()) {
                written[token] = 0;
                seen[token] = false;
            }
        }
    }
}
