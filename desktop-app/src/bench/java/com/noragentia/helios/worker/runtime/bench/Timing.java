/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.util.concurrent.TimeUnit;

/**
 * How fast one answer was written.
 *
 * @param read prompt tokens a second, until the first token of the answer was there
 * @param written tokens a second after the first
 */
record Timing(double read, double written) {

    /** From clock readings in nanoseconds. */
    static Timing of(int promptTokens, int writtenTokens, long start, long first, long last) {
        double second = TimeUnit.SECONDS.toNanos(1);
        return new Timing(promptTokens * second / (first - start), (writtenTokens - 1) * second / (last - first));
    }
}
