/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.worker.extract.sound.Sound;

/** How loud a recording is, 20 ms at a time, without what lies below voices: hum, steps, wind. Immutable. */
final class Loudness {

    /** Samples of a step. */
    static final int STEP = Sound.RATE / 50;

    /** Of a step without any sound, in decibels of full scale. */
    static final float SILENCE = -100;

    /** A filter of the first order at 100 Hz. */
    private static final double HIGH_PASS = Math.exp(-2 * Math.PI * 100 / Sound.RATE);

    private static final double FULL_SCALE = 32_768;

    private final float[] levels;

    private Loudness(float[] levels) {
        this.levels = levels;
    }

    static Loudness of(short[] samples) {
        float[] levels = new float[Math.ceilDiv(samples.length, STEP)];
        double before = samples.length == 0 ? 0 : samples[0];
        double high = 0;
        for (int step = 0; step < levels.length; step++) {
            int end = Math.min(samples.length, (step + 1) * STEP);
            double energy = 0;
            for (int i = step * STEP; i < end; i++) {
                high = HIGH_PASS * (high + samples[i] - before);
                before = samples[i];
                energy += high * high;
            }
            levels[step] = decibels(energy / (end - step * STEP));
        }
        return new Loudness(levels);
    }

    private static float decibels(double power) {
        double relative = power / (FULL_SCALE * FULL_SCALE);
        return relative <= 0 ? SILENCE : (float) Math.max(SILENCE, 10 * Math.log10(relative));
    }

    int steps() {
        return levels.length;
    }

    /** Decibels of full scale, {@link #SILENCE} to 0. */
    float level(int step) {
        return levels[step];
    }

    /** The quietest place between two samples, as a sample. */
    int quietest(int from, int to) {
        int first = Math.clamp(from / STEP, 0, Math.max(0, levels.length - 1));
        int best = first;
        for (int step = first; step < Math.min(levels.length, Math.ceilDiv(to, STEP)); step++) {
            if (around(step) < around(best)) {
                best = step;
            }
        }
        return Math.clamp((long) best * STEP + STEP / 2, from, Math.max(from, to));
    }

    /** Of 100 ms, so that no gap within a word is taken for one between two. */
    private float around(int step) {
        float loudest = SILENCE;
        for (int i = Math.max(0, step - 2); i <= Math.min(levels.length - 1, step + 2); i++) {
            loudest = Math.max(loudest, levels[i]);
        }
        return loudest;
    }
}
