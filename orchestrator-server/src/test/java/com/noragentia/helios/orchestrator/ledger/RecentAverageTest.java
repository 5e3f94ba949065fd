/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentAverageTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T00:00:00Z");

    /** Of who earns so much at the end of each hour. */
    private static double average(double perHour, int hours) {
        Activity activity = Activity.NONE;
        long now = SINCE.toEpochMilli();
        for (int hour = 0; hour < hours; hour++) {
            now += Duration.ofHours(1).toMillis();
            activity = activity.plus(Credits.of(perHour), now);
        }
        return RecentAverage.of(Credits.of(activity.perDay(now)), SINCE, Instant.ofEpochMilli(now))
                .toDouble();
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 48, 7 * 24, 400 * 24})
    void steady_work_shows_as_what_it_is_from_the_first_day_on(int hours) {
        assertThat(average(1, hours)).isCloseTo(24, within(0.1));
    }

    @Test
    void the_work_of_an_hour_is_no_day_s_average() {
        assertThat(average(10, 1)).isCloseTo(10, within(0.6));
    }

    @Test
    void a_clock_that_goes_back_makes_nobody_rich() {
        Credits told = RecentAverage.of(Credits.of(1), SINCE, SINCE.minus(Duration.ofDays(9)));

        assertThat(told).isEqualTo(RecentAverage.of(Credits.of(1), SINCE, SINCE));
    }
}
