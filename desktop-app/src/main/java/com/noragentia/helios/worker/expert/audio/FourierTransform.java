/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * The discrete Fourier transform of complex numbers, of any length, fast where that length has small prime factors (400 = 2·2·2·2·5·5). Stockham's
 * self-sorting form (Cochran et al. 1967): after the stage that brings the product of factors to l, place k + (n/l)·j holds term j of the
 * transform of every (n/l)-th value from the k-th on. Not thread-safe: it works in arrays of its own.
 */
final class FourierTransform {

    private final int length;
    private final int[] factors;
    private final double[] cosines;
    private final double[] sines;
    private double[] real;
    private double[] imaginary;
    private double[] nextReal;
    private double[] nextImaginary;

    FourierTransform(int length) {
        this.length = length;
        factors = factorsOf(length);
        cosines = new double[length];
        sines = new double[length];
        for (int i = 0; i < length; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
            sines[i] = -Math.sin(2 * Math.PI * i / length);
        }
        real = new double[length];
        imaginary = new double[length];
        nextReal = new double[length];
        nextImaginary = new double[length];
    }

    /** Real parts of what goes in, to be filled before {@link #transform}; of what came out, after it. Ask anew each time. */
    double[] real() {
        return real;
    }

    /** Imaginary parts, likewise. */
    double[] imaginary() {
        return imaginary;
    }

    /** X[k] = Σ x[t]·e^(−2πi·kt/n), in place. */
    void transform() {
        int done = 1;
        for (int factor : factors) {
            stage(done, factor);
            done *= factor;
            swap();
        }
    }

    private void stage(int done, int factor) {
        int span = length / (done * factor);
        for (int term = 0; term < done * factor; term++) {
            int from = span * factor * (term % done);
            int turn = span * term;
            for (int k = 0; k < span; k++) {
                double sumReal = real[from + k];
                double sumImaginary = imaginary[from + k];
                int angle = 0;
                for (int q = 1; q < factor; q++) {
                    angle += turn;
                    if (angle >= length) {
                        angle -= length;
                    }
                    int place = from + k + q * span;
                    sumReal += real[place] * cosines[angle] - imaginary[place] * sines[angle];
                    sumImaginary += real[place] * sines[angle] + imaginary[place] * cosines[angle];
                }
                nextReal[span * term + k] = sumReal;
                nextImaginary[span * term + k] = sumImaginary;
            }
        }
    }

    private void swap() {
        double[] kept = real;
        real = nextReal;
        nextReal = kept;
        kept = imaginary;
        imaginary = nextImaginary;
        nextImaginary = kept;
    }

    private static int[] factorsOf(int length) {
        List<Integer> factors = new ArrayList<>();
        int rest = length;
        for (int factor = 2; rest > 1; factor++) {
            while (rest % factor == 0) {
                factors.add(factor);
                rest /= factor;
            }
        }
        return factors.stream().mapToInt(Integer::intValue).toArray();
    }
}
