/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Rows of logits for tests, in native memory as a session gives them. */
final class Logits {

    private Logits() {}

    static FloatBuffer of(float... logits) {
        FloatBuffer row = ByteBuffer.allocateDirect(4 * logits.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return row.put(logits).flip();
    }

    /** A vocabulary of 1,009 whose logits are exact, all different, and in no order. */
    static float[] scattered() {
        float[] logits = new float[1_009];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = i * 7_919 % 1_009 / 64f;
        }
        return logits;
    }

    static float[] flat(int length, float logit) {
        float[] logits = new float[length];
        Arrays.fill(logits, logit);
        return logits;
    }

    /** A prompt of one token, after which so many were written. */
    static TokenSequence written(int tokens) {
        TokenSequence sequence = new TokenSequence(new int[] {0});
        for (int i = 0; i < tokens; i++) {
            sequence.append(0);
        }
        return sequence;
    }
}
