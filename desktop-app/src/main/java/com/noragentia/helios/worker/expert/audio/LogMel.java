/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import java.util.Arrays;

/**
 * The front end of Whisper (Radford et al. 2022, section 2.2; its published code settles the details): a sound of 16 kHz becomes the logarithms of
 * {@value #MELS} mels (larger models have 128) every 10 ms over a window of exactly 30 s, behind its end silence. Hann windows of {@value #WINDOW}
 * samples stand around every {@value #STEP}-th sample, the sound mirrored at both ends of the 30 s; log10 of the energy, at least 1e-10; whatever is
 * more than 8 below the loudest is raised to that; then (x + 4) / 4. Not thread-safe: one for each thread.
 */
public final class LogMel {

    public static final int SAMPLING_RATE = 16_000;
    public static final int MELS = 80;

    /** Steps in a picture. */
    public static final int FRAMES = 3_000;

    /** Samples between two steps. */
    public static final int STEP = 160;

    /** The most samples one picture covers: 30 s. */
    public static final int MAX_SAMPLES = FRAMES * STEP;

    static final int WINDOW = 400;
    static final int BINS = WINDOW / 2 + 1;

    private static final double LEAST_ENERGY = 1e-10;
    private static final double RANGE = 8;
    private static final double SHIFT = 4;

    private final MelFilters filters;
    private final FourierTransform fourier = new FourierTransform(WINDOW);
    private final double[] hann = new double[WINDOW];
    private final double[] power = new double[BINS];

    public LogMel() {
        this(MELS);
    }

    /** @param mels rows of the picture */
    public LogMel(int mels) {
        filters = new MelFilters(mels, BINS, SAMPLING_RATE);
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
    }

    /**
     * The picture of a sound.
     *
     * @param samples mono, {@value #SAMPLING_RATE} Hz, each in -1..1, at most {@link #MAX_SAMPLES}
     * @return [mels, {@value #FRAMES}], row by row: the {@code input_features} of one window
     * @throws IllegalArgumentException where there are more samples
     */
    public float[] of(float[] samples) {
        if (samples.length > MAX_SAMPLES) {
            throw new IllegalArgumentException(samples.length + " samples; one picture covers " + MAX_SAMPLES);
        }
        double[] logarithms = new double[filters.count() * FRAMES];
        Arrays.fill(logarithms, Math.log10(LEAST_ENERGY));
        int sounding = Math.min(FRAMES, (samples.length + WINDOW / 2 + STEP - 1) / STEP);
        // Two real windows are one complex transform: the spectrum of the first is its even part, of the second its odd
        // one.
        for (int frame = 0; frame < sounding; frame += 2) {
            place(samples, frame, fourier.real());
            place(samples, frame + 1, fourier.imaginary());
            fourier.transform();
            write(frame, 1, logarithms);
            write(frame + 1, -1, logarithms);
        }
        return scaled(logarithms);
    }

    private void place(float[] samples, int frame, double[] window) {
        int start = frame * STEP - WINDOW / 2;
        for (int i = 0; i < WINDOW; i++) {
            int at = start + i;
            if (at < 0) {
                at = -at;
            } else if (at >= MAX_SAMPLES) {
                at = 2 * (MAX_SAMPLES - 1) - at;
            }
            window[i] = at < samples.length ? hann[i] * samples[at] : 0;
        }
    }

    /** One of the two windows just transformed: X = (Z[k] + sign · conj Z[n − k]) / 2, up to a factor of i that power does not see. */
    private void write(int frame, int sign, double[] logarithms) {
        double[] real = fourier.real();
        double[] imaginary = fourier.imaginary();
        for (int bin = 0; bin < BINS; bin++) {
            int mirror = (WINDOW - bin) % WINDOW;
            double re = real[bin] + sign * real[mirror];
            double im = imaginary[bin] - sign * imaginary[mirror];
            power[bin] = (re * re + im * im) / 4;
        }
        for (int mel = 0; mel < filters.count(); mel++) {
            logarithms[mel * FRAMES + frame] = Math.log10(Math.max(LEAST_ENERGY, filters.energy(mel, power)));
        }
    }

    private static float[] scaled(double[] logarithms) {
        double floor = Arrays.stream(logarithms).max().orElseThrow() - RANGE;
        float[] picture = new float[logarithms.length];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) ((Math.max(logarithms[i], floor) + SHIFT) / SHIFT);
        }
        return picture;
    }
}
