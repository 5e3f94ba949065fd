/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.worker.extract.sound.Sound;

/**
 * How still the colour of a sound keeps: a held note or a chord is of one colour until the next, however its loudness changes, while a mouth that
 * speaks never rests. Not thread-safe.
 */
final class Steadiness {

    private static final int WINDOW = 400;
    private static final int BANDS = 24;
    private static final int STEP = Loudness.STEP;
    /** Two steps of 20 ms. */
    private static final int APART = 2;

    private static final double FLOOR_DECIBELS = -40;
    private static final double STILL_DECIBELS = 1;

    private final MelFilters filters = new MelFilters(BANDS, WINDOW / 2 + 1, Sound.RATE);
    private final FourierTransform fourier = new FourierTransform(WINDOW);
    private final double[] power = new double[WINDOW / 2 + 1];

    /** In which steps of a span the colour keeps; none for what is too short to tell. */
    boolean[] still(short[] samples, Span span) {
        int steps = (span.length() - WINDOW) / STEP;
        if (steps <= APART) {
            return new boolean[0];
        }
        double[][] colours = new double[steps][];
        for (int i = 0; i < steps; i++) {
            colours[i] = colour(samples, span.from() + i * STEP);
        }
        boolean[] still = new boolean[steps - APART];
        for (int i = APART; i < steps; i++) {
            still[i - APART] = distance(colours[i], colours[i - APART]) < STILL_DECIBELS;
        }
        return still;
    }

    /** Decibels of each band below the loudest. */
    private double[] colour(short[] samples, int from) {
        double[] real = fourier.real();
        double[] imaginary = fourier.imaginary();
        for (int i = 0; i < WINDOW; i++) {
            real[i] = samples[from + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
            imaginary[i] = 0;
        }
        fourier.transform();
        real = fourier.real();
        imaginary = fourier.imaginary();
        for (int bin = 0; bin < power.length; bin++) {
            power[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
        }
        double[] bands = new double[BANDS];
        double most = Double.MIN_NORMAL;
        for (int band = 0; band < BANDS; band++) {
            bands[band] = filters.energy(band, power);
            most = Math.max(most, bands[band]);
        }
        for (int band = 0; band < BANDS; band++) {
            bands[band] = Math.max(FLOOR_DECIBELS, 10 * Math.log10(Math.max(bands[band] / most, Double.MIN_NORMAL)));
        }
        return bands;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += Math.abs(one[band] - other[band]);
        }
        return sum / BANDS;
    }
}
