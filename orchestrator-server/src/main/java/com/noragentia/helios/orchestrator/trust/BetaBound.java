/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

/**
 * Lower credible bound of a Beta distribution: how good a device is at least, as far as its checks show. The regularised incomplete beta
 * function by Lentz's continued fraction (DLMF 8.17.22), its inverse by halving. Pure, thread-safe.
 */
final class BetaBound {

    /** The chance that a device is worse than its bound: trust.md 2.2. */
    static final double RISK = 0.05;

    private static final int HALVINGS = 60;
    private static final int MOST_TERMS = 1_000;
    private static final double EXACT_ENOUGH = 1e-15;
    private static final double TINY = 1e-300;
    /** Lanczos's approximation with g = 7, nine terms: good to 15 digits. */
    private static final double LANCZOS_G = 7;

    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-06,
        1.5056327351493116e-07
    };

    private BetaBound() {}

    /**
     * The {@link #RISK} quantile of Beta(1 + good, 1 + bad), 0 to 1.
     *
     * @param good at least 0
     * @param bad at least 0
     */
    static double of(double good, double bad) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle, 1 + good, 1 + bad) < RISK) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The share of Beta(a, b) below x: the regularised incomplete beta function I_x(a, b). a and b above 0, x from 0 to 1. */
    static double below(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        // The fraction converges fast on this side of the mean; the other side by symmetry.
        return x <= (a + 1) / (a + b + 2) ? fraction(x, a, b) : 1 - fraction(1 - x, b, a);
    }

    private static double fraction(double x, double a, double b) {
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < EXACT_ENOUGH) {
                break;
            }
        }
        return front * result;
    }

    /** Keeps a divisor from being zero. */
    private static double away(double divisor) {
        return Math.abs(divisor) < TINY ? TINY : divisor;
    }

    /** The logarithm of the gamma function, for x of 1 and above. */
    private static double logGamma(double x) {
        double shifted = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (shifted + i);
        }
        double t = shifted + LANCZOS_G + 0.5;
        return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
