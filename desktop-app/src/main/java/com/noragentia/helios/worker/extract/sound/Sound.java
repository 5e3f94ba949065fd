/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

/**
 * A recording as recognisers want it: one channel, {@link #RATE} samples a second.
 *
 * @param samples 16 bits each; given away, not copied
 * @param breaksOff whether the file says that there was more, which it has not
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are never compared
public record Sound(short[] samples, boolean breaksOff) {

    /** Samples a second. */
    public static final int RATE = 16_000;

    /** A whole one. */
    public Sound(short[] samples) {
        this(samples, false);
    }

    public double seconds() {
        return (double) samples.length / RATE;
    }
}
