/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import com.noragentia.helios.worker.expert.ModelFailure;

/**
 * The likeliest tokens of a row, the likeliest first; of equal ones the lowest id first. One pass finds the largest logit of every stretch
 * of the row; only stretches that can hold one of the likeliest are looked into. Not thread-safe.
 */
final class Shortlist {

    private final int[] tokens = new int[SamplingRule.MAX_TOP_K];
    private final float[] logits = new float[SamplingRule.MAX_TOP_K];
    private int size;

    /**
     * Fills the list anew.
     *
     * @param most 1 to {@value SamplingRule#MAX_TOP_K}
     */
    void fill(LogitRow row, int most) throws ModelFailure {
        float largest = row.survey();
        size = 0;
        if (most > 1) {
            insertLargestOfStretches(row, most);
        }
        // Each of the largest stands for a logit in its stretch: no token below the last of them is among the
        // likeliest.
        float least = most == 1 ? largest : size < most ? -Float.MAX_VALUE : logits[size - 1];
        size = 0;
        for (int stretch = 0; stretch < row.stretches(); stretch++) {
            if (row.largestIn(stretch) >= least) {
                least = look(row, stretch, most, least);
            }
        }
    }

    int size() {
        return size;
    }

    int token(int place) {
        return tokens[place];
    }

    float logit(int place) {
        return logits[place];
    }

    /** Shortens the list. */
    void keep(int places) {
        size = places;
    }

    private void insertLargestOfStretches(LogitRow row, int most) {
        for (int stretch = 0; stretch < row.stretches(); stretch++) {
            insert(stretch, row.largestIn(stretch), most);
        }
    }

    private float look(LogitRow row, int stretch, int most, float least) {
        float bar = least;
        for (int token = stretch * LogitRow.STRETCH; token < row.endOf(stretch); token++) {
            float logit = row.at(token);
            if (logit >= bar) {
                insert(token, logit, most);
                bar = size == most ? Math.max(bar, logits[size - 1]) : bar;
            }
        }
        return bar;
    }

    /** Ids come in rising order: of equal logits the one that is there stays ahead. Negative infinity is nobody's choice. */
    private void insert(int token, float logit, int most) {
        if (logit == Float.NEGATIVE_INFINITY || (size == most && logit <= logits[size - 1])) {
            return;
        }
        int place = size < most ? size++ : size - 1;
        for (; place > 0 && logits[place - 1] < logit; place--) {
            tokens[place] = tokens[place - 1];
            logits[place] = logits[place - 1];
        }
        tokens[place] = token;
        logits[place] = logit;
    }
}
