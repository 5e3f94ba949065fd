/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import java.util.Arrays;

/**
 * Overlapping triangles on Slaney's mel scale (1998): linear to 1 kHz, logarithmic above, each of the same area in hertz. They cover 0 Hz to half the
 * sampling rate. Immutable and thread-safe.
 */
final class MelFilters {

    private static final double LINEAR_HERTZ = 200.0 / 3;
    private static final double BREAK_HERTZ = 1000;
    private static final double BREAK_MEL = BREAK_HERTZ / LINEAR_HERTZ;
    /** Above the break, 27 mels are a factor of 6.4. */
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final double[][] weights;
    private final int[] first;

    /**
     * @param mels how many
     * @param bins how many frequencies a spectrum has, from 0 Hz to half the sampling rate
     * @param samplingRate in hertz
     */
    MelFilters(int mels, int bins, int samplingRate) {
        double top = samplingRate / 2.0;
        double[] edges = new double[mels + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(mel(top) * i / (mels + 1));
        }
        weights = new double[mels][];
        first = new int[mels];
        double[] whole = new double[bins];
        for (int mel = 0; mel < mels; mel++) {
            for (int bin = 0; bin < bins; bin++) {
                whole[bin] = triangle(edges[mel], edges[mel + 1], edges[mel + 2], top * bin / (bins - 1));
            }
            keep(mel, whole);
        }
    }

    private static double triangle(double from, double peak, double to, double hertz) {
        double height = Math.min((hertz - from) / (peak - from), (to - hertz) / (to - peak));
        return Math.max(0, height) * 2 / (to - from);
    }

    /** Only what is not nought: a triangle covers few of the frequencies. */
    private void keep(int mel, double[] whole) {
        int start = 0;
        while (start < whole.length - 1 && whole[start] == 0) {
            start++;
        }
        int end = whole.length;
        while (end > start + 1 && whole[end - 1] == 0) {
            end--;
        }
        first[mel] = start;
        weights[mel] = Arrays.copyOfRange(whole, start, end);
    }

    int count() {
        return weights.length;
    }

    /** How much a frequency counts in a mel. */
    double weight(int mel, int bin) {
        int place = bin - first[mel];
        return place >= 0 && place < weights[mel].length ? weights[mel][place] : 0;
    }

    /** The energy of a mel in a power spectrum. */
    double energy(int mel, double[] power) {
        double sum = 0;
        double[] own = weights[mel];
        for (int i = 0; i < own.length; i++) {
            sum += own[i] * power[first[mel] + i];
        }
        return sum;
    }

    private static double mel(double hertz) {
        return hertz < BREAK_HERTZ ? hertz / LINEAR_HERTZ : BREAK_MEL + Math.log(hertz / BREAK_HERTZ) / LOG_STEP;
    }

    private static double hertz(double mel) {
        return mel < BREAK_MEL ? mel * LINEAR_HERTZ : BREAK_HERTZ * Math.exp((mel - BREAK_MEL) * LOG_STEP);
    }
}
