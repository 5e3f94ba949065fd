/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.FloatBuffer;

/** The logits of one index, copied out of native memory: the room is kept and used again. Not thread-safe. */
final class LogitRow {

    /** Largest logits are kept by stretches of so many tokens; a power of two. */
    static final int STRETCH = 256;

    private float[] values = {};
    private float[] largest = {};
    private int length;

    /** Takes a copy; the buffer's position stays. */
    void take(FloatBuffer logits) {
        length = logits.remaining();
        if (values.length < length) {
            values = new float[length];
            largest = new float[(length + STRETCH - 1) / STRETCH];
        }
        logits.get(logits.position(), values, 0, length);
    }

    int length() {
        return length;
    }

    float at(int token) {
        return values[token];
    }

    void set(int token, float logit) {
        values[token] = logit;
    }

    int stretches() {
        return (length + STRETCH - 1) / STRETCH;
    }

    /** Of this stretch, as last {@link #survey surveyed}. */
    float largestIn(int stretch) {
        return largest[stretch];
    }

    /** The end of a stretch, exclusive. */
    int endOf(int stretch) {
        return Math.min(length, (stretch + 1) * STRETCH);
    }

    /**
     * Finds the largest logit of every stretch.
     *
     * @return the largest of all
     * @throws ModelFailure if it is no number one could choose by
     */
    float survey() throws ModelFailure {
        float all = Float.NEGATIVE_INFINITY;
        for (int stretch = 0; stretch < stretches(); stretch++) {
            float most = largestBetween(stretch * STRETCH, endOf(stretch));
            largest[stretch] = most;
            all = Math.max(all, most);
        }
        if (!Float.isFinite(all)) {
            throw new ModelFailure("the model gives no logits one could choose by: the largest is " + all);
        }
        return all;
    }

    /** Math.max passes on what is no number, so that one such logit shows in the result; the plain loop is what the compiler vectorises. */
    private float largestBetween(int from, int to) {
        float[] all = values;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            most = Math.max(most, all[i]);
        }
        return most;
    }
}
