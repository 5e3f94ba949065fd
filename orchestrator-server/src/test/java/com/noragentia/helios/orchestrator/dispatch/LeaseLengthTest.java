/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseLengthTest {

    private static final Speed MEASURED = new Speed(40_000, 100, 10, 9);

    @ParameterizedTest
    @CsvSource({
        "1000, 200, false, 75", // 2 · 10 s + 2 · 20 s + 15 s
        "1000, 200, true, 155", // and 2 · 40 s
        "0, 0, false, 30",
        "100000000, 0, false, 900",
        "0, 100000000, true, 900",
        "9223372036854775807, 9223372036854775807, true, 900",
        "-9223372036854775808, -1, false, 30",
    })
    void a_lease_is_as_long_as_the_work_asks_within_bounds(long prompt, long output, boolean cold, long seconds) {
        assertThat(LeaseLength.of(new Work(prompt, output), MEASURED, cold)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_cold_model_has_at_least_half_a_minute_to_load() {
        Speed quick = new Speed(2_000, 1_000, 1_000, 9);
        assertThat(LeaseLength.of(new Work(0, 0), quick, true)).isEqualTo(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "NaN, NaN, NaN",
        "-1, -Infinity, -5",
        "Infinity, Infinity, Infinity",
        "1e-300, 1e-300, 1e-300"
    })
    void speeds_that_make_no_sense_make_no_lease_that_makes_none(double load, double prefill, double decode) {
        Speed absurd = new Speed(load, prefill, decode, -3);
        assertThat(LeaseLength.of(new Work(2_000, 500), absurd, true))
                .isBetween(LeaseLength.SHORTEST, LeaseLength.LONGEST);
    }

    @Test
    void progress_renews_to_the_same_length_but_never_beyond_an_hour() {
        Instant issued = Instant.parse("2026-03-01T12:00:00Z");
        Duration length = Duration.ofMinutes(10);
        assertThat(LeaseLength.renewed(issued, length, issued.plusSeconds(60)))
                .isEqualTo(issued.plus(Duration.ofMinutes(11)));
        assertThat(LeaseLength.renewed(issued, length, issued.plus(Duration.ofMinutes(55))))
                .isEqualTo(issued.plus(Duration.ofMinutes(60)));
        assertThat(LeaseLength.renewed(issued, length, issued.plus(Duration.ofDays(2))))
                .isEqualTo(issued.plus(Duration.ofMinutes(60)));
    }
}
