/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

/** How improbable it is that so much happens by chance. Pure. */
final class PoissonTail {

    /** Terms smaller than this share of the sum change nothing. */
    private static final double NEGLIGIBLE = 1e-17;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    /** From here on three terms of Stirling's series are exact to twelve digits. */
    private static final int SMALL = 20;

    private PoissonTail() {}

    /**
     * The natural logarithm of P(X ≥ count) where X is Poisson with a mean; 0 where the count is not above the mean, as nothing is
     * improbable there. P = e^−λ λ^k/k! · (1 + λ/(k+1) + λ²/((k+1)(k+2)) + …).
     *
     * @param mean above 0, finite
     */
    static double log(long count, double mean) {
        if (!(mean > 0) || mean == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a mean of " + mean);
        }
        if (count <= mean) {
            return 0;
        }
        double term = 1;
        double sum = 1;
        for (double next = count + 1.0; term > NEGLIGIBLE * sum; next++) {
            term *= mean / next;
            sum += term;
        }
        return count * Math.log(mean) - mean - logFactorial(count) + Math.log(sum);
    }

    private static double logFactorial(long n) {
        if (n < SMALL) {
            double product = 1;
            for (long factor = 2; factor <= n; factor++) {
                product *= factor;
            }
            return Math.log(product);
        }
        double x = n + 1.0;
        return (x - 0.5) * Math.log(x)
                - x
                + HALF_LOG_TWO_PI
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1_260 * Math.pow(x, 5));
    }
}
