/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers for assignments. They grow, also over a restart, since they begin at the time of day. Thread-safe. */
final class Epochs {

    private final AtomicLong last;

    Epochs(Clock clock) {
        this.last = new AtomicLong(clock.millis());
    }

    long next() {
        return last.incrementAndGet();
    }
}
