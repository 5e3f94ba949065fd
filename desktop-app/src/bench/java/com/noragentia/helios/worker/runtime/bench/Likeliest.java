/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.nio.FloatBuffer;

/** The token of the highest logit. */
final class Likeliest {

    private Likeliest() {}

    /** Looks at the last so many values. */
    static int of(FloatBuffer logits, int vocabulary) {
        int start = logits.limit() - vocabulary;
        int best = 0;
        float highest = logits.get(start);
        for (int token = 1; token < vocabulary; token++) {
            float logit = logits.get(start + token);
            if (logit > highest) {
                highest = logit;
                best = token;
            }
        }
        return best;
    }
}
