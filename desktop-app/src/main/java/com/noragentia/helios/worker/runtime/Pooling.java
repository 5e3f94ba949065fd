/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

/** From the vectors of tokens to the vector of their text. */
final class Pooling {

    private Pooling() {}

    /**
     * The mean of the tokens that are not masked, brought to length one.
     *
     * @param hidden hidden states, [1, tokens, dimensions]
     * @param mask 1 for a token that counts, 0 for filling
     */
    static float[] meanOfLengthOne(FloatTensor hidden, long[] mask) {
        int dimensions = hidden.size(2);
        double[] sum = new double[dimensions];
        for (int token = 0; token < mask.length; token++) {
            if (mask[token] != 0) {
                for (int i = 0; i < dimensions; i++) {
                    sum[i] += hidden.values()[token * dimensions + i];
                }
            }
        }
        return ofLengthOne(sum);
    }

    private static float[] ofLengthOne(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double length = Math.max(Math.sqrt(squares), 1e-12);
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
