/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.util.Arrays;

/** Keeps what it is given. */
final class Collected implements SampleSink {

    private float[] samples = new float[0];

    @Override
    public void take(float[] more, int count) {
        float[] all = Arrays.copyOf(samples, samples.length + count);
        System.arraycopy(more, 0, all, samples.length, count);
        samples = all;
    }

    float[] samples() {
        return samples;
    }
}
