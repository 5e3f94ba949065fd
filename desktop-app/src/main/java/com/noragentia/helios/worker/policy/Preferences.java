/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the owner has set; the rest is as usual. Immutable. */
public final class Preferences {

    /** Nothing is set. */
    public static final Preferences USUAL = new Preferences(Map.of());

    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1_000_000_000;
    private static final double PERCENT = 100;

    private final Map<Preference, String> said;

    private Preferences(Map<Preference, String> said) {
        this.said = said.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(said));
    }

    /** These values, all of which their preferences take. */
    static Preferences of(Map<Preference, String> said) {
        return new Preferences(said);
    }

    /**
     * With one more set.
     *
     * @throws IllegalArgumentException if the preference does not take the value
     */
    public Preferences with(Preference preference, String value) {
        if (!preference.takes(value)) {
            throw new IllegalArgumentException(preference.key() + " does not take this");
        }
        Map<Preference, String> changed = new EnumMap<>(Preference.class);
        changed.putAll(said);
        changed.put(preference, value);
        return new Preferences(changed);
    }

    /** With one less set, so that the usual holds. */
    public Preferences without(Preference preference) {
        Map<Preference, String> changed = new EnumMap<>(Preference.class);
        changed.putAll(said);
        changed.remove(preference);
        return new Preferences(changed);
    }

    /** With these where nothing else is said. */
    public Preferences over(Preferences usual) {
        Map<Preference, String> all = new EnumMap<>(Preference.class);
        all.putAll(usual.said);
        all.putAll(said);
        return new Preferences(all);
    }

    /** What is set. */
    public Map<Preference, String> said() {
        return said;
    }

    /** What holds. */
    public String value(Preference preference) {
        return said.getOrDefault(preference, preference.usual());
    }

    private boolean is(Preference preference) {
        return value(preference).equals("yes");
    }

    private int number(Preference preference) {
        return Integer.parseInt(value(preference));
    }

    boolean isAlways() {
        return value(Preference.WORK).equals("always");
    }

    boolean onlyWhenIdle() {
        return is(Preference.ONLY_WHEN_IDLE);
    }

    Duration idleAfter() {
        return Duration.ofMinutes(number(Preference.IDLE_MINUTES));
    }

    boolean onBattery() {
        return is(Preference.ON_BATTERY);
    }

    int batteryPercent() {
        return number(Preference.BATTERY_PERCENT);
    }

    WeekTable hours() {
        return WeekTable.of(value(Preference.HOURS));
    }

    /** The share of the processors, more than 0 and at most 1. */
    double cores(boolean isInUse) {
        return number(isInUse ? Preference.CORES_IN_USE_PERCENT : Preference.CORES_AWAY_PERCENT) / PERCENT;
    }

    /** What others may compute, as a share of all processors; 1 for anything. */
    double others(boolean isInUse) {
        return number(isInUse ? Preference.OTHERS_IN_USE_PERCENT : Preference.OTHERS_AWAY_PERCENT) / PERCENT;
    }

    long freeMemoryBytes() {
        return number(Preference.FREE_MEMORY_MB) * MEGABYTE;
    }

    long freeDiskBytes() {
        return number(Preference.FREE_DISK_GB) * GIGABYTE;
    }

    boolean onMetered() {
        return is(Preference.ON_METERED);
    }

    /** Names in lower case; none for {@code none}. */
    List<String> programs() {
        String names = value(Preference.PROGRAMS);
        return names.equals("none")
                ? List.of()
                : Arrays.stream(names.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    boolean notInFullScreen() {
        return is(Preference.NOT_IN_FULL_SCREEN);
    }

    int mostCelsius() {
        return number(Preference.MOST_CELSIUS);
    }
}
