/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Under which heading a chat stands in the list. Pure. */
public sealed interface DayGroup {

    int WEEK_DAYS = 7;
    int MONTH_DAYS = 30;

    record Pinned() implements DayGroup {}

    record Today() implements DayGroup {}

    record Yesterday() implements DayGroup {}

    /** The seven days before today. */
    record ThisWeek() implements DayGroup {}

    /** The thirty days before today. */
    record ThisMonth() implements DayGroup {}

    record Month(YearMonth month) implements DayGroup {}

    /** The group of a chat, for somebody in {@code zone}; what lies in the future, after a change of the clock, counts as today. */
    static DayGroup of(ChatEntry chat, Instant now, ZoneId zone) {
        if (chat.isPinned()) {
            return new Pinned();
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = LocalDate.ofInstant(chat.changedAt(), zone);
        if (!day.isBefore(today)) {
            return new Today();
        }
        if (day.equals(today.minusDays(1))) {
            return new Yesterday();
        }
        if (!day.isBefore(today.minusDays(WEEK_DAYS))) {
            return new ThisWeek();
        }
        return day.isBefore(today.minusDays(MONTH_DAYS)) ? new Month(YearMonth.from(day)) : new ThisMonth();
    }
}
