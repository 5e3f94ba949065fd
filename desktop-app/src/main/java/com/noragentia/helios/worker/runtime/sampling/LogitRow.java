/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.FloatBuffer;

/**
 * The logits of one index. They are read where they are, in memory of the runtime, and copied only to be changed: a copy of a large vocabulary takes
 * longer than choosing. Not thread-safe.
 */
final class LogitRow {

    /** Largest logits are kept by stretches of so many tokens; a power of two. */
    static final int STRETCH = 256;

    private FloatBuffer values = FloatBuffer.allocate(0);
    private FloatBuffer room = values;
    private boolean isCopy;
    private float[] largest = {};
    private int length;

    /** Looks at a buffer, whose position stays and whose content must too, until the next one is taken. */
    void take(FloatBuffer logits) {
        values = logits.slice();
        isCopy = false;
        length = values.remaining();
        if (largest.length < stretches()) {
            largest = new float[stretches()];
        }
    }

    int length() {
        return length;
    }

    float at(int token) {
        return values.get(token);
    }

    /** Changes a copy; what was taken stays as it is. */
    void set(int token, float logit) {
        if (!isCopy) {
            copy();
        }
        room.put(token, logit);
    }

    private void copy() {
        if (room.capacity() < length) {
            room = FloatBuffer.allocate(length);
        }
        room.put(0, values, 0, length);
        values = room;
        isCopy = true;
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

    /** What is no number is the result if there is one: it is neither more nor less than anything. */
    private float largestBetween(int from, int to) {
        FloatBuffer all = values;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float logit = all.get(i);
            if (!(logit <= most)) {
                if (Float.isNaN(logit)) {
                    return logit;
                }
                most = logit;
            }
        }
        return most;
    }
}
