/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

/**
 * Where the electricity comes from.
 *
 * @param isOnBattery whether a battery is being emptied
 * @param percent how full the batteries are; 100 without any
 */
public record Power(boolean isOnBattery, int percent) {

    /** From the wall, for ever. */
    public static final Power MAINS = new Power(false, 100);
}
