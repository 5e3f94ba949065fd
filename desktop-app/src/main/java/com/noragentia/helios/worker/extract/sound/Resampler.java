/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Changes the sampling rate: band-limited interpolation by a sinc under a Kaiser window (Kaiser 1974), one row of weights for each place that
 * an output sample can have between two input samples. What is louder than -90 dB below 0.43 of the smaller rate comes through as it was, what
 * is above 0.52 of it does not. Not thread-safe.
 */
final class Resampler {

    /** Zero crossings of the sinc on each side of its middle: half the length of the filter, in samples of the smaller rate. */
    private static final int CROSSINGS = 32;
    /** Where the filter is half open, as a share of the smaller rate. */
    private static final double CUTOFF = 0.475;
    /** Of the Kaiser window: what is stopped is 90 dB down. */
    private static final double BETA = 0.1102 * (90 - 8.7);

    private static final int OUT_SAMPLES = 4_096;

    private final SampleSink out;
    private final long up;
    private final long down;
    private final int reach;
    private final float[][] weights;

    private final float[] made = new float[OUT_SAMPLES];
    private int madeCount;

    /** The last samples of the input, those before its beginning as silence; {@code window[0]} is number {@code windowStart}. */
    private float[] window;

    private int windowCount;
    private long windowStart;
    private long taken;
    private long given;

    /** From one rate to another, in samples a second. */
    Resampler(int from, int to, SampleSink out) {
        int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
        this.out = out;
        this.up = to / common;
        this.down = from / common;
        double cutoff = CUTOFF * Math.min(1, (double) to / from);
        this.reach = (int) Math.ceil(CROSSINGS / (2 * cutoff));
        this.weights = from == to ? new float[0][] : weights(cutoff);
        this.window = new float[4 * reach];
        this.windowStart = -reach;
        this.windowCount = reach;
    }

    private float[][] weights(double cutoff) {
        float[][] rows = new float[Math.toIntExact(up)][2 * reach];
        for (int phase = 0; phase < up; phase++) {
            double sum = 0;
            double[] row = new double[2 * reach];
            for (int i = 0; i < row.length; i++) {
                double distance = i - (reach - 1) - (double) phase / up;
                row[i] = 2 * cutoff * sinc(2 * cutoff * distance) * kaiser(distance / reach);
                sum += row[i];
            }
            for (int i = 0; i < row.length; i++) {
                rows[phase][i] = (float) (row[i] / sum); // a constant stays what it is
            }
        }
        return rows;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    /** The modified Bessel function of the first kind, of order zero, by its series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    void take(float[] samples, int count) throws IOException {
        if (weights.length == 0) {
            out.take(samples, count);
            return;
        }
        taken += count;
        append(samples, count);
        make(taken - reach);
    }

    /** There is no more: gives what waited for samples to come. */
    void end() throws IOException {
        if (weights.length != 0) {
            append(new float[2 * reach], 2 * reach);
            make(taken);
            flush();
        }
    }

    private void append(float[] samples, int count) {
        if (windowCount + count > window.length) {
            long needed = given * down / up - reach + 1;
            int past = Math.clamp(needed - windowStart, 0, windowCount);
            System.arraycopy(window, past, window, 0, windowCount - past);
            windowCount -= past;
            windowStart += past;
            if (windowCount + count > window.length) {
                window = Arrays.copyOf(window, 2 * (windowCount + count));
            }
        }
        System.arraycopy(samples, 0, window, windowCount, count);
        windowCount += count;
    }

    /** Makes every output sample that lies before input sample {@code end}. */
    private void make(long end) throws IOException {
        for (long place = given * down; place < end * up; place += down) {
            int first = (int) (place / up - (reach - 1) - windowStart);
            made[madeCount++] = product(weights[(int) (place % up)], first);
            given++;
            if (madeCount == made.length) {
                flush();
            }
        }
    }

    /** Four sums at a time keep the processor busy. */
    private float product(float[] row, int first) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < row.length; i += 4) {
            a += row[i] * window[first + i];
            b += row[i + 1] * window[first + i + 1];
            c += row[i + 2] * window[first + i + 2];
            d += row[i + 3] * window[first + i + 3];
        }
        for (; i < row.length; i++) {
            a += row[i] * window[first + i];
        }
        return a + b + c + d;
    }

    private void flush() throws IOException {
        if (madeCount > 0) {
            out.take(made, madeCount);
            madeCount = 0;
        }
    }
}
