/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only where somebody waits, or each time the clock is looked at. */
final class CountedTime implements Waiting {

    private final List<Duration> waits = new ArrayList<>();
    private Duration eachLook = Duration.ZERO;
    private long nanos;

    /** From now on so much time passes between two looks at the clock. */
    synchronized void passAtEachLook(Duration time) {
        eachLook = time;
    }

    @Override
    public synchronized void pass(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(time);
        nanos += time.toNanos();
    }

    @Override
    public synchronized long nanos() {
        nanos += eachLook.toNanos();
        return nanos;
    }

    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    synchronized Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
