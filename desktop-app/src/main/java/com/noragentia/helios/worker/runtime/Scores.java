/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.worker.expert.ModelFailure;

/** What a graph thinks of each of several choices, the greater the likelier. Pure. */
public final class Scores {

    private Scores() {}

    /** The place of the greatest; of equal ones the first. */
    public static int likeliest(float[] scores) {
        return likeliest(scores, 0, scores.length);
    }

    /**
     * The same among some of them.
     *
     * @param from where they begin
     * @return counted from there
     */
    public static int likeliest(float[] scores, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (scores[from + i] > scores[from + best]) {
                best = i;
            }
        }
        return best;
    }

    /** @throws ModelFailure if one is infinite or none at all */
    public static void requireFinite(float[] scores, String source) throws ModelFailure {
        for (float score : scores) {
            if (!Float.isFinite(score)) {
                throw noNumber(source);
            }
        }
    }

    /** @throws ModelFailure if one is none; what is not to come may have −∞ */
    public static void requireNumbers(float[] scores, String source) throws ModelFailure {
        for (float score : scores) {
            if (Float.isNaN(score) || score == Float.POSITIVE_INFINITY) {
                throw noNumber(source);
            }
        }
    }

    private static ModelFailure noNumber(String source) {
        return new ModelFailure(source + " gives what is no number");
    }
}
