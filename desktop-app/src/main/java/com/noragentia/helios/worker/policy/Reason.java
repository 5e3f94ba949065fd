/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import java.time.Duration;

/**
 * Why a computer does nothing for others, the weightiest first: of several that hold, the first is told. Each has a time that must pass before
 * it holds and one before it holds no longer, so that no reading that trembles makes a state that does.
 */
public enum Reason {
    /** The processor is hotter than the owner allows. */
    TOO_HOT(Duration.ofSeconds(5), Duration.ofSeconds(60)),
    /** The computer runs on battery. */
    ON_BATTERY(Duration.ZERO, Duration.ofSeconds(10)),
    /** The battery is lower than the owner allows. */
    BATTERY_LOW(Duration.ZERO, Duration.ofSeconds(10)),
    /** The owner's time table says no. */
    OUT_OF_HOURS(Duration.ZERO, Duration.ZERO),
    /** The network costs by what is transferred. */
    METERED(Duration.ZERO, Duration.ofSeconds(10)),
    /** A program runs beside which the owner wants nothing else. */
    EXCLUSIVE_PROGRAM(Duration.ZERO, Duration.ofSeconds(10)),
    /** A program fills the screen. */
    FULL_SCREEN(Duration.ZERO, Duration.ofSeconds(10)),
    /** Somebody uses the computer; that it is over has its own, longer time among the preferences. */
    IN_USE(Duration.ZERO, Duration.ofSeconds(5)),
    /** Other programs compute. */
    OTHERS_BUSY(Duration.ofSeconds(10), Duration.ofSeconds(60)),
    /** Little memory is free. */
    MEMORY_LOW(Duration.ofSeconds(5), Duration.ofSeconds(60)),
    /** Little of the disk is free. */
    DISK_LOW(Duration.ZERO, Duration.ofSeconds(60));

    private final Duration enterAfter;
    private final Duration leaveAfter;

    Reason(Duration enterAfter, Duration leaveAfter) {
        this.enterAfter = enterAfter;
        this.leaveAfter = leaveAfter;
    }

    /** How long its condition must hold without a break before it counts. */
    Duration enterAfter() {
        return enterAfter;
    }

    /** How long the opposite must hold without a break before it counts no longer; it never counts for less. */
    Duration leaveAfter() {
        return leaveAfter;
    }
}
