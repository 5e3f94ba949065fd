/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GumbelSamplerTest {

    private static final long SEED = 0x0123456789ABCDEFL;

    /** The expected tokens were worked out by another program, in decimal numbers of 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 1, 119 653 53 818 132 277 528 297 785 33 376 686",
        "0.75, 64, 0.875, 119 653 53 818 132 277 198 297 785 33 376 686",
        "2, 40, 0.5, 798 653 376 33 132 277 620 653 376 33 376 310",
        "0.125, 64, 1, 277 653 376 33 132 277 198 297 554 33 376 310",
        "1.5, 5, 1, 798 798 33 33 798 277 521 765 798 33 33 798",
    })
    void the_choices_are_as_they_were_frozen(double temperature, int topK, double topP, String expected)
            throws ModelFailure {
        GumbelSampler sampler = new GumbelSampler(rule(temperature, topK, topP));
        FloatBuffer logits = Logits.of(Logits.scattered());
        int[] tokens =
                Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();

        for (int index = tokens.length - 1; index >= 0; index--) {
            assertThat(sampler.choose(logits, Logits.written(index))).isEqualTo(tokens[index]);
        }
        assertThat(logits.position()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.7, 64, 1, 8", "1, 64, 1, 8", "1.3, 3, 1, 3", "1, 64, 0.7, 3", "2, 5, 0.8, 4"})
    void frequencies_follow_the_softmax_of_what_takes_part(double temperature, int topK, double topP, int partaking)
            throws ModelFailure {
        float[] logits = {1.5f, -0.5f, 2, 0.25f, 1, 0, -1, 0.5f};
        int draws = 40_000;
        int[] counts = new int[logits.length];
        GumbelSampler sampler = new GumbelSampler(rule(temperature, topK, topP));
        TokenSequence sequence = new TokenSequence(new int[] {0});
        for (int i = 0; i < draws; i++) {
            int token = sampler.choose(Logits.of(logits), sequence);
            counts[token]++;
            sequence.append(token);
        }

        double[] shares = shares(logits, temperature, partaking);
        double chiSquare = 0;
        for (int token = 0; token < logits.length; token++) {
            if (shares[token] == 0) {
                assertThat(counts[token]).isZero();
            } else {
                double expected = draws * shares[token];
                chiSquare += (counts[token] - expected) * (counts[token] - expected) / expected;
            }
        }
        // The 99.9 % quantile for seven degrees of freedom is 24.3, fewer have lower ones.
        assertThat(chiSquare).isLessThan(24.3);
    }

    @Test
    void no_temperature_means_the_largest_and_of_equal_ones_the_lowest_id() throws ModelFailure {
        GumbelSampler sampler = new GumbelSampler(SamplingRule.GREEDY);
        float[] logits = Logits.flat(5_000, -3);
        logits[4_321] = 7;
        logits[987] = 7;

        assertThat(sampler.choose(Logits.of(logits), Logits.written(3))).isEqualTo(987);
        assertThat(sampler.choose(Logits.of(Logits.flat(5_000, 1)), Logits.written(0)))
                .isZero();
    }

    @Test
    void of_many_equal_logits_the_lowest_64_ids_take_part() throws ModelFailure {
        GumbelSampler sampler = new GumbelSampler(rule(1, 64, 1));
        FloatBuffer flat = Logits.of(Logits.flat(3_000, 0));
        int[] counts = new int[3_000];
        for (int index = 0; index < 2_000; index++) {
            counts[sampler.choose(flat, Logits.written(index))]++;
        }

        assertThat(Arrays.copyOf(counts, 64)).doesNotContain(0);
        assertThat(Arrays.copyOfRange(counts, 64, 3_000)).containsOnly(0);
    }

    @Test
    void only_the_framed_row_of_a_batch_counts() throws ModelFailure {
        FloatBuffer batch = Logits.of(9, 9, 9, 1, 5, 2, 9, 9, 9);
        GumbelSampler sampler = new GumbelSampler(SamplingRule.GREEDY);

        assertThat(sampler.choose(batch.position(3).limit(6), Logits.written(0)))
                .isEqualTo(1);
        assertThat(batch.position()).isEqualTo(3);
        assertThat(batch.get(4)).isEqualTo(5);
    }

    @Test
    void a_token_ruled_out_by_negative_infinity_is_never_chosen() throws ModelFailure {
        float[] logits = Logits.flat(600, Float.NEGATIVE_INFINITY);
        logits[77] = -1e30f;
        GumbelSampler sampler = new GumbelSampler(rule(2, 64, 0.9));

        for (int index = 0; index < 50; index++) {
            assertThat(sampler.choose(Logits.of(logits), Logits.written(index))).isEqualTo(77);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void logits_that_are_no_numbers_are_a_failure_of_the_model(float poison) {
        for (int place : new int[] {0, 255, 256, 1_008}) {
            float[] logits = Logits.scattered();
            logits[place] = poison;
            for (SamplingRule rule : new SamplingRule[] {SamplingRule.GREEDY, rule(1, 64, 0.9)}) {
                assertThatThrownBy(() -> new GumbelSampler(rule).choose(Logits.of(logits), Logits.written(0)))
                        .isInstanceOf(ModelFailure.class)
                        .hasMessageContaining("no logits one could choose by");
            }
        }
    }

    @Test
    void a_row_without_any_possible_token_is_a_failure_of_the_model() {
        GumbelSampler sampler = new GumbelSampler(SamplingRule.GREEDY);

        assertThatThrownBy(
                        () -> sampler.choose(Logits.of(Logits.flat(300, Float.NEGATIVE_INFINITY)), Logits.written(0)))
                .isInstanceOf(ModelFailure.class);
        assertThatThrownBy(() -> sampler.choose(Logits.of(), Logits.written(0))).isInstanceOf(ModelFailure.class);
    }

    @Test
    void extreme_logits_and_temperatures_end_in_a_token() throws ModelFailure {
        float[] logits = {Float.MAX_VALUE, -Float.MAX_VALUE, 0, Float.MIN_VALUE};
        for (double temperature : new double[] {Double.MIN_VALUE, 1e-9, 2}) {
            GumbelSampler sampler = new GumbelSampler(rule(temperature, 64, 0.999));

            assertThat(sampler.choose(Logits.of(logits), Logits.written(1))).isZero();
        }
    }

    private static SamplingRule rule(double temperature, int topK, double topP) {
        return new SamplingRule(temperature, topK, topP, 1, 0, 0, SEED);
    }

    private static double[] shares(float[] logits, double temperature, int partaking) {
        float[] sorted = logits.clone();
        Arrays.sort(sorted);
        float least = sorted[sorted.length - partaking];
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            shares[i] = logits[i] < least ? 0 : Math.exp(logits[i] / temperature);
            sum += shares[i];
        }
        for (int i = 0; i < logits.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
