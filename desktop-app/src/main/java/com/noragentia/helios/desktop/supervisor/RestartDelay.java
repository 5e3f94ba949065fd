/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.time.Duration;

/** How long to wait before a dead child is started again: short at first, doubling, and short again after a healthy life. */
final class RestartDelay {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration HEALTHY_LIFE = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** The wait after a life that lasted {@code lived}. */
    Duration after(Duration lived) {
        if (lived.compareTo(HEALTHY_LIFE) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
