/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.noragentia.helios.computer.Power;
import com.noragentia.helios.computer.Readings;
import com.noragentia.helios.worker.policy.Hold.Sign;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What readings say of each reason, by the owner's preferences. Where a reading is missing, nothing speaks for its reason. Pure.
 *
 * @param now as the owner's clock shows it
 */
record Signs(Preferences preferences, Readings readings, LocalDateTime now) {

    /** The heat must fall by so much before it is over. */
    private static final double COOLER_BY_CELSIUS = 8;
    /** A battery must gain so much. */
    private static final int FULLER_BY_PERCENT = 5;
    /** Others must do with so much of what they may. */
    private static final double LESS_BUSY = 0.8;
    /** Memory and disk must be free by so much more. */
    private static final double MORE_FREE = 1.1;
    /** The kernel keeps so many characters of a program's name. */
    private static final int KEPT_OF_NAME = 15;

    /** Whether somebody uses the computer; also where that cannot be told. */
    boolean isInUse() {
        return readings.idle()
                .map(idle -> idle.compareTo(preferences.idleAfter()) < 0)
                .orElse(true);
    }

    Sign of(Reason reason) {
        return switch (reason) {
            case TOO_HOT -> over(readings.celsius(), preferences.mostCelsius(), COOLER_BY_CELSIUS);
            case ON_BATTERY -> when(!preferences.onBattery() && isOnBattery());
            case BATTERY_LOW -> batteryLow();
            case OUT_OF_HOURS -> when(!preferences.hours().allows(now));
            case METERED ->
                when(!preferences.onMetered() && readings.isMetered().orElse(false));
            case EXCLUSIVE_PROGRAM -> when(program().isPresent());
            case FULL_SCREEN ->
                when(preferences.notInFullScreen() && readings.isFullScreen().orElse(false));
            case IN_USE -> when(preferences.onlyWhenIdle() && readings.idle().isPresent() && isInUse());
            case OTHERS_BUSY -> othersBusy();
            case MEMORY_LOW -> under(readings.freeMemoryBytes(), preferences.freeMemoryBytes());
            case DISK_LOW -> under(readings.freeDiskBytes(), preferences.freeDiskBytes());
        };
    }

    /** What the phrase of a reason names: by the preferences, so that it does not change with each reading. */
    String detail(Reason reason) {
        return switch (reason) {
            case TOO_HOT -> preferences.value(Preference.MOST_CELSIUS);
            case BATTERY_LOW -> preferences.value(Preference.BATTERY_PERCENT);
            case OUT_OF_HOURS -> nextHour();
            case EXCLUSIVE_PROGRAM -> program().orElse("");
            case IN_USE -> preferences.value(Preference.IDLE_MINUTES);
            case OTHERS_BUSY ->
                preferences.value(isInUse() ? Preference.OTHERS_IN_USE_PERCENT : Preference.OTHERS_AWAY_PERCENT);
            case MEMORY_LOW -> preferences.value(Preference.FREE_MEMORY_MB);
            case DISK_LOW -> preferences.value(Preference.FREE_DISK_GB);
            case ON_BATTERY, METERED, FULL_SCREEN -> "";
        };
    }

    private static Sign when(boolean holds) {
        return holds ? Sign.FOR : Sign.AGAINST;
    }

    private static Sign over(OptionalDouble reading, double most, double band) {
        if (reading.isEmpty() || reading.getAsDouble() < most - band) {
            return Sign.AGAINST;
        }
        return reading.getAsDouble() >= most ? Sign.FOR : Sign.BETWEEN;
    }

    private static Sign under(OptionalLong reading, long least) {
        if (least == 0 || reading.isEmpty() || reading.getAsLong() >= least * MORE_FREE) {
            return Sign.AGAINST;
        }
        return reading.getAsLong() < least ? Sign.FOR : Sign.BETWEEN;
    }

    private boolean isOnBattery() {
        return readings.power().filter(Power::isOnBattery).isPresent();
    }

    private Sign batteryLow() {
        if (!preferences.onBattery() || !isOnBattery()) {
            return Sign.AGAINST;
        }
        int percent = readings.power().map(Power::percent).orElse(100);
        if (percent < preferences.batteryPercent()) {
            return Sign.FOR;
        }
        return percent < preferences.batteryPercent() + FULLER_BY_PERCENT ? Sign.BETWEEN : Sign.AGAINST;
    }

    private Sign othersBusy() {
        double most = preferences.others(isInUse());
        return most >= 1 ? Sign.AGAINST : over(readings.othersBusy(), most, most * (1 - LESS_BUSY));
    }

    /** The first of the owner's list that runs. */
    private Optional<String> program() {
        Set<String> running = readings.programs().orElse(Set.of());
        return preferences.programs().stream()
                .filter(name -> running.contains(name) || running.contains(kept(name)))
                .findFirst();
    }

    private static String kept(String name) {
        return name.length() > KEPT_OF_NAME ? name.substring(0, KEPT_OF_NAME) : name;
    }

    private String nextHour() {
        LocalTime next = now.toLocalTime()
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .plusHours(preferences.hours().hoursUntilAllowed(now));
        return next.toString();
    }
}
