/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

/** A place in a recording as people write it: {@code 0:07}, {@code 12:30}, {@code 1:02:03}; the same in every language. Pure. */
public final class ClockTime {

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3_600;

    private ClockTime() {}

    /** Begun seconds do not count; what lies before the beginning is the beginning. */
    public static String of(long millis) {
        long seconds = Math.max(0, millis) / MILLIS_PER_SECOND;
        long hours = seconds / SECONDS_PER_HOUR;
        long minutes = seconds / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE;
        long rest = seconds % SECONDS_PER_MINUTE;
        return hours > 0 ? "%d:%02d:%02d".formatted(hours, minutes, rest) : "%d:%02d".formatted(minutes, rest);
    }
}
