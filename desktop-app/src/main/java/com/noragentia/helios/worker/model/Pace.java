/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.time.Duration;

/** Holds all transfers together to a number of bytes a second: each waits until what came before it would have come at that rate. Thread-safe. */
final class Pace {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long bytesPerSecond;
    private final Waiting waiting;
    private long due;

    /** @param bytesPerSecond 0 for as fast as it goes */
    Pace(long bytesPerSecond, Waiting waiting) {
        this.bytesPerSecond = bytesPerSecond;
        this.waiting = waiting;
        this.due = waiting.nanos();
    }

    /** Counts bytes that have come, and waits if they came too fast. */
    void spend(long bytes) throws InterruptedException {
        if (bytesPerSecond == 0) {
            return;
        }
        Duration wait = owed(bytes);
        if (wait.isPositive()) {
            waiting.pass(wait);
        }
    }

    private synchronized Duration owed(long bytes) {
        long now = waiting.nanos();
        long start = due - now > 0 ? due : now; // time nobody used is not saved up
        due = start + (long) (bytes * NANOS_PER_SECOND / bytesPerSecond);
        return Duration.ofNanos(due - now);
    }
}
