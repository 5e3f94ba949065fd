/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: exponential with full jitter (Brooker, "Exponential Backoff and Jitter", AWS 2015), so that
 * thousands of devices do not come back in step. Not thread-safe.
 */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration ceiling;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.ceiling = first;
    }

    /** The next wait: anything from 0 to a ceiling that doubles each time up to the longest. */
    public Duration next() {
        Duration wait = Duration.ofMillis(random.nextLong(ceiling.toMillis() + 1));
        Duration doubled = ceiling.multipliedBy(2);
        ceiling = doubled.compareTo(longest) > 0 ? longest : doubled;
        return wait;
    }

    /** The longest wait there is. */
    public Duration longest() {
        return longest;
    }

    /** After a success: begin anew. */
    public void reset() {
        ceiling = first;
    }
}
