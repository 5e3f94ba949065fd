/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

/**
 * How loud it is where nobody speaks: the level that a tenth of the steps within five seconds before and after do not reach. Speech has gaps
 * between its syllables, so this follows the room and not the voice; an even sound, a hum or a tone, is its own floor.
 */
final class NoiseFloor {

    private static final int STEPS_AROUND = 250;
    private static final double SHARE = 0.1;
    private static final int LEVELS = (int) -Loudness.SILENCE + 1;

    private NoiseFloor() {}

    /** In decibels of full scale, one for each step. Time: linear. */
    static float[] of(Loudness loudness) {
        int steps = loudness.steps();
        float[] floor = new float[steps];
        int[] counts = new int[LEVELS];
        int known = 0;
        for (int step = 0; step < Math.min(steps, STEPS_AROUND); step++) {
            counts[bin(loudness, step)]++;
            known++;
        }
        for (int step = 0; step < steps; step++) {
            if (step + STEPS_AROUND < steps) {
                counts[bin(loudness, step + STEPS_AROUND)]++;
                known++;
            }
            if (step - STEPS_AROUND > 0) {
                counts[bin(loudness, step - STEPS_AROUND - 1)]--;
                known--;
            }
            floor[step] = level(counts, SHARE * known);
        }
        return floor;
    }

    private static int bin(Loudness loudness, int step) {
        return Math.clamp(Math.round(loudness.level(step) - Loudness.SILENCE), 0, LEVELS - 1);
    }

    private static float level(int[] counts, double wanted) {
        int seen = 0;
        for (int bin = 0; bin < LEVELS; bin++) {
            seen += counts[bin];
            if (seen >= wanted && seen > 0) {
                return bin + Loudness.SILENCE;
            }
        }
        return 0;
    }
}
