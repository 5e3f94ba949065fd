/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of the week in which a computer may work: {@code always}, or spells such as {@code mon-fri 18-24, sat-sun 0-24}, each from an
 * hour to the beginning of another; {@code 22-6} goes over midnight. Days may wrap too: {@code sat-mon}. Immutable.
 */
final class WeekTable {

    private static final String DAY = "mon|tue|wed|thu|fri|sat|sun";
    private static final String HOUR = "(?:2[0-4]|[01]?[0-9])";
    private static final String SPELL = "(?:" + DAY + ")(?:-(?:" + DAY + "))? +" + HOUR + "-" + HOUR;
    private static final int MOST_SPELLS = 42;

    /** Of a table in words. */
    static final String FORM = "always|" + SPELL + "(?: *, *" + SPELL + "){0," + (MOST_SPELLS - 1) + "}";

    private static final Pattern PARTS =
            Pattern.compile("(" + DAY + ")(?:-(" + DAY + "))? +(" + HOUR + ")-(" + HOUR + ")");
    private static final List<String> DAYS = List.of(DAY.split("\\|"));
    private static final int HOURS = 24;
    private static final int WEEK = 7 * HOURS;

    private final BitSet allowed;

    private WeekTable(BitSet allowed) {
        this.allowed = allowed;
    }

    /** Reads what {@link #FORM} matches. */
    static WeekTable of(String words) {
        BitSet allowed = new BitSet(WEEK);
        if (words.equals("always")) {
            allowed.set(0, WEEK);
        }
        Matcher spell = PARTS.matcher(words);
        while (spell.find()) {
            int first = DAYS.indexOf(spell.group(1));
            int last = spell.group(2) == null ? first : DAYS.indexOf(spell.group(2));
            int days = Math.floorMod(last - first, DAYS.size());
            for (int day = 0; day <= days; day++) {
                allow(
                        allowed,
                        (first + day) % DAYS.size(),
                        Integer.parseInt(spell.group(3)),
                        Integer.parseInt(spell.group(4)));
            }
        }
        return new WeekTable(allowed);
    }

    private static void allow(BitSet allowed, int day, int from, int to) {
        int hours = to > from ? to - from : to - from + HOURS;
        for (int hour = 0; hour < hours; hour++) {
            allowed.set((day * HOURS + from + hour) % WEEK);
        }
    }

    boolean allows(LocalDateTime when) {
        return allowed.get(hourOf(when));
    }

    /** Hours from the one of {@code when} to the next that is allowed; the whole week where none is. */
    int hoursUntilAllowed(LocalDateTime when) {
        for (int hours = 0; hours < WEEK; hours++) {
            if (allowed.get((hourOf(when) + hours) % WEEK)) {
                return hours;
            }
        }
        return WEEK;
    }

    private static int hourOf(LocalDateTime when) {
        return (when.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()) * HOURS + when.getHour();
    }
}
