/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTableTest {

    /** A Monday. */
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T00:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "always                   | 0 | 23 | true",
                "mon 18-24                | 0 | 17 | false",
                "mon 18-24                | 0 | 18 | true",
                "mon 18-24                | 1 |  0 | false",
                "mon 22-6                 | 1 |  5 | true",
                "mon 22-6                 | 1 |  6 | false",
                "sun 22-6                 | 0 |  3 | true",
                "sat-mon 0-24             | 6 | 12 | true",
                "sat-mon 0-24             | 1 | 12 | false",
                "mon-fri 9-9              | 4 | 10 | true",
                "mon-fri 18-24, sat-sun 0-24 | 5 | 4 | true",
            })
    void a_spell_allows_its_hours_and_no_others(String words, int day, int hour, boolean allowed) {
        assertThat(Preference.HOURS.takes(words)).isTrue();
        assertThat(WeekTable.of(words)
                        .allows(MONDAY.plusDays(day).plusHours(hour).plusMinutes(59)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "mon", "mon 18", "mon 18-25", "lun 1-2", "mon 1-2;tue 1-2", "mon 1-2,", "MON 1-2"})
    void what_is_no_table_is_refused(String words) {
        assertThat(Preference.HOURS.takes(words)).isFalse();
    }

    @Test
    void it_knows_when_the_next_allowed_hour_begins() {
        assertThat(WeekTable.of("mon 18-24").hoursUntilAllowed(MONDAY.plusHours(12)))
                .isEqualTo(6);
        assertThat(WeekTable.of("mon 18-24").hoursUntilAllowed(MONDAY.plusHours(20)))
                .isZero();
        assertThat(WeekTable.of("sun 0-1").hoursUntilAllowed(MONDAY)).isEqualTo(6 * 24);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_table_says_itself_in_words_that_it_reads(int seed) {
        Random random = new Random(seed);
        WeekTable table = WeekTable.NEVER;
        DayOfWeek same = DayOfWeek.of(1 + random.nextInt(7));
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < WeekTable.HOURS; hour++) {
                boolean isAllowed = seed == 1 ? hour % 2 == 0 : day == same ? hour > 17 : random.nextInt(seed) == 0;
                table = table.with(day, hour, isAllowed);
            }
        }
        assertThat(Preference.HOURS.takes(table.words())).as(table.words()).isTrue();
        assertThat(WeekTable.of(table.words())).isEqualTo(table);
    }

    @Test
    void days_that_are_the_same_are_said_together() {
        assertThat(WeekTable.of("always").words()).isEqualTo("always");
        assertThat(WeekTable.of("sat-mon 22-6").words())
                .isEqualTo("mon 0-6, mon 22-24, tue 0-6, sat 22-24, sun 0-6, sun 22-24");
        assertThat(WeekTable.of("mon 18-24, tue 18-24, wed 18-24, sun 0-24").words())
                .isEqualTo("mon-wed 18-24, sun 0-24");
        assertThatThrownBy(WeekTable.NEVER::words).isInstanceOf(IllegalStateException.class);
    }
}
