/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lower bound of what a device is worth: trust.md 2.2. */
class BetaBoundTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @CsvSource({"13, 0.80, 12", "28, 0.90, 27", "58, 0.95, 57", "298, 0.99, 297"})
    void so_many_clean_checks_make_a_bound(int enough, double bound, int tooFew) {
        assertThat(BetaBound.of(enough, 0)).isGreaterThanOrEqualTo(bound);
        assertThat(BetaBound.of(tooFew, 0)).isLessThan(bound);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "1", "7.25", "60", "900"})
    void without_a_failure_it_is_the_root_that_the_reference_names(double good) {
        assertThat(BetaBound.of(good, 0)).isCloseTo(Math.pow(BetaBound.RISK, 1 / (good + 1)), within(EXACT));
    }

    /** For whole numbers the incomplete beta function is the chance of a successes or more in a + b - 1 throws. */
    @Test
    void it_agrees_with_the_binomial_distribution() {
        for (int a = 1; a <= 40; a++) {
            for (int b = 1; b <= 40; b++) {
                for (double x : new double[] {0.01, 0.2, 0.5, 0.77, 0.95, 0.999}) {
                    assertThat(BetaBound.below(x, a, b)).isCloseTo(atLeast(a, a + b - 1, x), within(EXACT));
                }
            }
        }
    }

    private static double atLeast(int successes, int throwsMade, double x) {
        double sum = 0;
        double term = Math.pow(1 - x, throwsMade);
        for (int k = 0; k <= throwsMade; k++) {
            sum += k >= successes ? term : 0;
            term *= (throwsMade - k) / (k + 1.0) * x / (1 - x);
        }
        return sum;
    }

    @Test
    void the_share_below_the_bound_is_the_risk() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            double good = random.nextDouble(0, 2_000);
            double bad = random.nextDouble(0, 200);
            double bound = BetaBound.of(good, bad);
            assertThat(BetaBound.below(bound, 1 + good, 1 + bad)).isCloseTo(BetaBound.RISK, within(EXACT));
            assertThat(BetaBound.of(good + 1, bad)).isGreaterThan(bound);
            assertThat(BetaBound.of(good, bad + 1)).isLessThan(bound);
        }
    }
}
