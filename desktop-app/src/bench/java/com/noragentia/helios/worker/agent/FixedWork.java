/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A small workload by which computers are compared: products of square float matrices in plain Java, shared out to all processors. The
 * reference desktop (8 cores with AVX2, 16 GB) is defined by it: a computer that needs {@link #REFERENCE_SECONDS} on the clock with all of
 * its cores. No such desktop was measured; the figure is a convention, 58 GFLOP/s, and what credits mean stays put as long as it does.
 */
final class FixedWork {

    static final double REFERENCE_SECONDS = 0.125;

    private static final int SIDE = 384;
    private static final int PRODUCTS = 64;

    private FixedWork() {}

    /** Seconds of processor time that this computer needs, once. */
    static double seconds() throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService executor = Executors.newFixedThreadPool(processors)) {
            List<Callable<Float>> products = new ArrayList<>();
            for (int i = 0; i < PRODUCTS; i++) {
                float seed = i + 1;
                products.add(() -> product(seed));
            }
            double begun = ProcessorTime.seconds();
            List<Future<Float>> done = executor.invokeAll(products);
            double seconds = ProcessorTime.seconds() - begun;
            requireNumbers(done);
            return seconds;
        }
    }

    /** The results are looked at, so that no compiler leaves the work out. */
    private static void requireNumbers(List<Future<Float>> done) throws InterruptedException {
        try {
            for (Future<Float> future : done) {
                if (!Float.isFinite(future.get())) {
                    throw new IllegalStateException("the fixed work came to nothing");
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float product(float seed) {
        float[] left = matrix(seed);
        float[] right = matrix(seed / 3);
        float[] result = new float[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int k = 0; k < SIDE; k++) {
                addRow(result, i * SIDE, right, k * SIDE, left[i * SIDE + k]);
            }
        }
        return result[SIDE + 1];
    }

    private static void addRow(float[] to, int at, float[] row, int from, float factor) {
        for (int j = 0; j < SIDE; j++) {
            to[at + j] += factor * row[from + j];
        }
    }

    private static float[] matrix(float seed) {
        float[] matrix = new float[SIDE * SIDE];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (i % 97) / seed;
        }
        return matrix;
    }
}
