/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of the week in which a computer may work: {@code always}, or spells such as {@code mon-fri 18-24, sat-sun 0-24}, each from an
 * hour to the beginning of another; {@code 22-6} goes over midnight. Days may wrap too: {@code sat-mon}. Immutable.
 */
public final class WeekTable {

    /** Hours in which nothing may be done: none is allowed. */
    public static final WeekTable NEVER = new WeekTable(new BitSet());

    private static final String DAY = "mon|tue|wed|thu|fri|sat|sun";
    private static final String HOUR = "(?:2[0-4]|[01]?[0-9])";
    private static final String SPELL = "(?:" + DAY + ")(?:-(?:" + DAY + "))? +" + HOUR + "-" + HOUR;
    private static final int MOST_SPELLS = 84;

    /** Of a table in words. */
    static final String FORM = "always|" + SPELL + "(?: *, *" + SPELL + "){0," + (MOST_SPELLS - 1) + "}";

    private static final Pattern PARTS =
            Pattern.compile("(" + DAY + ")(?:-(" + DAY + "))? +(" + HOUR + ")-(" + HOUR + ")");
    private static final List<String> DAYS = List.of(DAY.split("\\|"));
    /** Of a day. */
    public static final int HOURS = 24;

    private static final int WEEK = 7 * HOURS;

    private final BitSet allowed;

    private WeekTable(BitSet allowed) {
        this.allowed = allowed;
    }

    /** Reads what {@link Preference#HOURS} takes. */
    public static WeekTable of(String words) {
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

    /** @param hour 0 to 23 */
    public boolean allows(DayOfWeek day, int hour) {
        return allowed.get(hourOf(day, hour));
    }

    /**
     * With one more hour allowed, or one less.
     *
     * @param hour 0 to 23
     */
    public WeekTable with(DayOfWeek day, int hour, boolean isAllowed) {
        BitSet changed = (BitSet) allowed.clone();
        changed.set(hourOf(day, hour), isAllowed);
        return new WeekTable(changed);
    }

    /** Whether no hour is allowed, which cannot be set. */
    public boolean isNever() {
        return allowed.isEmpty();
    }

    /**
     * As {@link #of} reads it: days that follow each other and are the same, together.
     *
     * @throws IllegalStateException if no hour is allowed
     */
    public String words() {
        if (isNever()) {
            throw new IllegalStateException("no hour is allowed");
        }
        if (allowed.cardinality() == WEEK) {
            return "always";
        }
        List<String> spells = new ArrayList<>();
        int day = 0;
        while (day < DAYS.size()) {
            int next = day + 1;
            while (next < DAYS.size() && day(next).equals(day(day))) {
                next++;
            }
            String days = next == day + 1 ? DAYS.get(day) : DAYS.get(day) + "-" + DAYS.get(next - 1);
            addSpells(spells, days, day(day));
            day = next;
        }
        return String.join(", ", spells);
    }

    private BitSet day(int day) {
        return allowed.get(day * HOURS, (day + 1) * HOURS);
    }

    private static void addSpells(List<String> spells, String days, BitSet hours) {
        int from = hours.nextSetBit(0);
        while (from >= 0) {
            int to = hours.nextClearBit(from);
            spells.add(String.format(Locale.ROOT, "%s %d-%d", days, from, to));
            from = hours.nextSetBit(to);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekTable table && table.allowed.equals(allowed);
    }

    @Override
    public int hashCode() {
        return allowed.hashCode();
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
        return hourOf(when.getDayOfWeek(), when.getHour());
    }

    private static int hourOf(DayOfWeek day, int hour) {
        return (day.getValue() - DayOfWeek.MONDAY.getValue()) * HOURS + hour;
    }
}
