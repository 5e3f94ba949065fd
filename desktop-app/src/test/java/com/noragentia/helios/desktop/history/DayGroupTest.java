/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DayGroupTest {

    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota"); // five hours behind UTC

    private static DayGroup group(String changedAt, boolean isPinned) {
        ChatEntry chat = new ChatEntry(1, "", isPinned, OptionalLong.empty(), Instant.parse(changedAt));
        return DayGroup.of(chat, Instant.parse("2026-11-23T03:00:00Z"), BOGOTA); // the 22nd, ten in the evening
    }

    @Test
    void days_are_those_of_the_place() {
        assertThat(group("2026-11-22T05:00:00Z", false)).isEqualTo(new DayGroup.Today());
        assertThat(group("2026-11-22T04:59:59Z", false)).isEqualTo(new DayGroup.Yesterday());
        assertThat(group("2026-11-21T04:59:59Z", false)).isEqualTo(new DayGroup.ThisWeek());
        assertThat(group("2026-11-15T05:00:00Z", false)).isEqualTo(new DayGroup.ThisWeek());
        assertThat(group("2026-11-15T04:59:59Z", false)).isEqualTo(new DayGroup.ThisMonth());
        assertThat(group("2026-10-23T05:00:00Z", false)).isEqualTo(new DayGroup.ThisMonth());
        assertThat(group("2026-10-23T04:59:59Z", false)).isEqualTo(new DayGroup.Month(YearMonth.of(2026, 10)));
        assertThat(group("2025-10-23T04:59:59Z", false)).isEqualTo(new DayGroup.Month(YearMonth.of(2025, 10)));
    }

    @Test
    void pinned_ones_stand_apart_and_the_future_is_today() {
        assertThat(group("2020-01-01T00:00:00Z", true)).isEqualTo(new DayGroup.Pinned());
        assertThat(group("2027-01-01T00:00:00Z", false)).isEqualTo(new DayGroup.Today());
    }
}
