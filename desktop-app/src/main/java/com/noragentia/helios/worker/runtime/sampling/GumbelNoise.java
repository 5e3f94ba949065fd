/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

/**
 * The noise of {@code helios-gumbel-1}: a number for every token at every index of an answer, which depends on nothing but the seed, so
 * that whoever knows the seed may begin anywhere. The finaliser is that of SplitMix64 (Steele, Lea and Flood 2014); StrictMath gives the
 * same bits on every Java. Frozen: another noise needs another name. Immutable.
 *
 * @param seed see {@code protocol.crypto.SamplingSeed}
 */
record GumbelNoise(long seed) {

    private static final long SEED_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long INDEX_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long TOKEN_FACTOR = 0x94D049BB133111EBL;

    /** The largest draw would round to 1, whose noise is infinite. */
    private static final double BELOW_ONE = 1 - 0x1p-53;

    /**
     * A draw from the standard Gumbel distribution; between -3.7 and 36.8.
     *
     * @param index of the token in the answer, from 0
     * @param token its id
     */
    double at(int index, int token) {
        return -StrictMath.log(-StrictMath.log(uniform(index, token)));
    }

    /** Above 0, below 1. */
    double uniform(int index, int token) {
        long bits = mix(seed * SEED_FACTOR + index * INDEX_FACTOR + token * TOKEN_FACTOR);
        return Math.min(((bits >>> 11) + 0.5) * 0x1p-53, BELOW_ONE);
    }

    static long mix(long z) {
        z ^= z >>> 30;
        z *= 0xBF58476D1CE4E5B9L;
        z ^= z >>> 27;
        z *= 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
