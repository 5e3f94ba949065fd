/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors come from the definition in whole numbers, fractions and 60 decimal digits, worked out by another program in another language. */
class GumbelNoiseTest {

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0, 0, 5.551115123125783e-17, -3.62247112598261",
        "0000000000000000, 0, 1, 0.15736142654322743, -0.6147585422037777",
        "0000000000000001, 0, 0, 0.8833108082136427, 2.08684367696744",
        "0000000000000001, 7, 151643, 0.30331469688147145, -0.17645807419474532",
        "0123456789abcdef, 0, 0, 0.38124070149205364, 0.036327587757011406",
        "0123456789abcdef, 1, 0, 0.763448676791215, 1.3096690150248538",
        "0123456789abcdef, 4095, 150000, 0.06247282779155555, -1.0199382671775306",
        "fedcba9876543210, 0, 1, 0.9594084766012521, 3.183548386496722",
        "fedcba9876543210, 7, 151643, 0.3738677637314191, 0.016278664413535857",
        "ffffffffffffffff, 1, 0, 0.9228971225962048, 2.52276416147668",
        "ffffffffffffffff, 4095, 150000, 0.24330380252770228, -0.34602956263975376",
        "ffffffffffffffff, 2147483647, 2147483647, 0.43474121884511047, 0.1827164458049511",
    })
    void the_noise_is_as_it_was_frozen(String seed, int index, int token, double uniform, double gumbel) {
        GumbelNoise noise = new GumbelNoise(Long.parseUnsignedLong(seed, 16));

        assertThat(noise.uniform(index, token)).isEqualTo(uniform);
        assertThat(noise.at(index, token)).isCloseTo(gumbel, within(4e-15));
    }

    @Test
    void the_finaliser_gives_the_published_first_numbers_of_splitmix64() {
        assertThat(GumbelNoise.mix(0x9E3779B97F4A7C15L)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(GumbelNoise.mix(0x3C6EF372FE94F82AL)).isEqualTo(0x6E789E6AA1B965F4L);
    }

    @Test
    void the_noise_is_always_a_number_with_the_mean_and_variance_of_gumbel() {
        double[] draws = IntStream.range(0, 200_000)
                .mapToDouble(i -> new GumbelNoise(42).at(i / 400, i % 400))
                .toArray();

        assertThat(Arrays.stream(draws).allMatch(draw -> draw > -3.7 && draw < 36.8))
                .isTrue();
        double mean =
                IntStream.range(0, draws.length).mapToDouble(i -> draws[i]).sum() / draws.length;
        double variance = IntStream.range(0, draws.length)
                        .mapToDouble(i -> (draws[i] - mean) * (draws[i] - mean))
                        .sum()
                / draws.length;
        assertThat(mean).isCloseTo(0.5772, within(0.015));
        assertThat(variance).isCloseTo(Math.PI * Math.PI / 6, within(0.04));
    }
}
