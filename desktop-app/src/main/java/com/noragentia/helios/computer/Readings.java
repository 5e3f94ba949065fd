/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a computer told of itself at a moment. What it does not tell is empty, which is no zero. Immutable.
 *
 * @param idle since the last key or movement of the pointer
 * @param power where its electricity comes from
 * @param othersBusy the share of all processors that programs other than Helios kept busy of late, 0 to 1
 * @param freeMemoryBytes that a program could still have without pushing out another
 * @param freeDiskBytes on the disk of the data folder
 * @param isMetered whether the network costs by what is transferred
 * @param programs names of those that run, in lower case, without ending
 * @param isFullScreen whether a program fills the screen
 * @param celsius of the hottest part of the processor
 */
public record Readings(
        Optional<Duration> idle,
        Optional<Power> power,
        OptionalDouble othersBusy,
        OptionalLong freeMemoryBytes,
        OptionalLong freeDiskBytes,
        Optional<Boolean> isMetered,
        Optional<Set<String>> programs,
        Optional<Boolean> isFullScreen,
        OptionalDouble celsius) {

    /** Nothing is known. */
    public static final Readings UNKNOWN = new Readings(
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty());

    /** The readings by name. */
    public enum Kind {
        IDLE,
        POWER,
        PROCESSORS,
        MEMORY,
        DISK,
        METERED,
        PROGRAMS,
        FULL_SCREEN,
        HEAT
    }

    /** Those that this computer does not tell. */
    public Set<Kind> unknown() {
        Set<Kind> unknown = EnumSet.allOf(Kind.class);
        unknown.removeIf(this::isKnown);
        return unknown;
    }

    private boolean isKnown(Kind kind) {
        return switch (kind) {
            case IDLE -> idle.isPresent();
            case POWER -> power.isPresent();
            case PROCESSORS -> othersBusy.isPresent();
            case MEMORY -> freeMemoryBytes.isPresent();
            case DISK -> freeDiskBytes.isPresent();
            case METERED -> isMetered.isPresent();
            case PROGRAMS -> programs.isPresent();
            case FULL_SCREEN -> isFullScreen.isPresent();
            case HEAT -> celsius.isPresent();
        };
    }
}
