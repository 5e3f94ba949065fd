/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.decoding.Repetition;
import com.noragentia.helios.worker.runtime.decoding.Tokens;

/** Writes a caption: the likeliest token each time, until the end, so many tokens, or one that goes round in circles. For one thread. */
final class CaptionWriter {

    /** “very, very big” may be; a third time is a circle. */
    private static final int ROUNDS = 3;

    private final CaptionConfig config;
    private final Scores scores;

    CaptionWriter(CaptionConfig config, Scores scores) {
        this.config = config;
        this.scores = scores;
    }

    /** Reads one more token; the scores of what may come after it. */
    interface Scores {

        float[] after(int token) throws ModelFailure, InterruptedException;
    }

    Tokens write() throws ModelFailure, InterruptedException {
        Tokens tokens = new Tokens();
        int last = config.start();
        while (tokens.size() < config.mostTokens()) {
            float[] row = scores.after(last);
            forbidRepeats(row, tokens);
            last = likeliest(row);
            if (config.ends().contains(last)) {
                break;
            }
            tokens.add(last);
            int kept = Repetition.kept(tokens, ROUNDS, ROUNDS);
            if (kept < tokens.size()) {
                tokens.keep(kept);
                break;
            }
        }
        return tokens;
    }

    /** What would end a phrase that stands already. */
    private void forbidRepeats(float[] row, Tokens tokens) {
        int phrase = config.phrase();
        if (phrase == 0 || tokens.size() < phrase) {
            return;
        }
        int begun = tokens.size() - (phrase - 1);
        for (int i = 0; i + phrase <= tokens.size(); i++) {
            if (isSame(tokens, i, begun, phrase - 1)) {
                row[tokens.get(i + phrase - 1)] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private static boolean isSame(Tokens tokens, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (tokens.get(one + i) != tokens.get(other + i)) {
                return false;
            }
        }
        return true;
    }

    private static int likeliest(float[] row) {
        int best = 0;
        for (int token = 1; token < row.length; token++) {
            if (row[token] > row[best]) {
                best = token;
            }
        }
        return best;
    }
}
