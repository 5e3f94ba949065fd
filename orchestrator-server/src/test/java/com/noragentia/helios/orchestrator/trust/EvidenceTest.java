/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How the results of checks fade: trust.md 2.2. */
class EvidenceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final double EXACT = 1e-9;

    @Test
    void a_failure_weighs_ten_passes_and_fades_three_times_slower() {
        Evidence evidence = Evidence.none(NOW).plus(true, NOW).plus(false, NOW).at(NOW.plus(Duration.ofDays(90)));

        assertThat(evidence.good()).isCloseTo(1 / 8.0, within(EXACT));
        assertThat(evidence.bad()).isCloseTo(10 / 2.0, within(EXACT));
    }

    @Test
    void fading_in_two_steps_is_fading_in_one() {
        Evidence evidence = Evidence.none(NOW).plus(true, NOW).plus(false, NOW);

        Evidence twice = evidence.at(NOW.plus(Duration.ofDays(11))).at(NOW.plus(Duration.ofDays(47)));

        assertThat(twice.good())
                .isCloseTo(evidence.at(NOW.plus(Duration.ofDays(47))).good(), within(EXACT));
        assertThat(twice.bad())
                .isCloseTo(evidence.at(NOW.plus(Duration.ofDays(47))).bad(), within(EXACT));
    }

    @Test
    void thirteen_passes_make_a_good_name_that_one_failure_ruins_for_months() {
        Evidence good = Evidence.none(NOW);
        for (int i = 0; i < 13; i++) {
            good = good.plus(true, NOW);
        }
        assertThat(good.reputation(NOW).lowerBound()).isGreaterThanOrEqualTo(0.80);

        Evidence ruined = good.plus(false, NOW);
        assertThat(ruined.reputation(NOW).lowerBound()).isLessThan(0.45);
        for (int week = 1; week <= 12; week++) {
            ruined = ruined.plus(true, NOW.plus(Duration.ofDays(7L * week)));
        }
        assertThat(ruined.reputation(ruined.asOf()).lowerBound()).isLessThan(0.80);
    }

    @Test
    void a_name_that_is_not_kept_up_fades_to_that_of_a_stranger() {
        Evidence good = Evidence.none(NOW);
        for (int i = 0; i < 100; i++) {
            good = good.plus(true, NOW);
        }
        Reputation later = good.reputation(NOW.plus(Duration.ofDays(720)));

        assertThat(later.lowerBound()).isCloseTo(BetaBound.of(0, 0), within(1e-4));
        assertThat(later.passed()).isEqualTo(100);
    }

    @Test
    void a_clock_that_goes_back_makes_nothing_younger() {
        Evidence evidence = Evidence.none(NOW).plus(false, NOW);

        Evidence back = evidence.plus(true, NOW.minus(Duration.ofDays(400)));

        assertThat(back.bad()).isEqualTo(10);
        assertThat(back.asOf()).isEqualTo(NOW);
    }

    @Test
    void two_models_of_a_device_count_together() {
        Evidence one = Evidence.none(NOW).plus(true, NOW);
        Evidence other = Evidence.none(NOW).plus(false, NOW).plus(true, NOW.plus(Duration.ofDays(30)));

        Evidence both = one.and(other);

        assertThat(both).isEqualTo(other.and(one));
        assertThat(both.good()).isCloseTo(1.5, within(EXACT));
        assertThat(both.passed()).isEqualTo(2);
        assertThat(both.convictedAt()).contains(NOW);
    }
}
