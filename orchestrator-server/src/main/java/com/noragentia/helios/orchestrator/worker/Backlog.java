/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What has been said to a worker and has not left yet. Thread-safe. */
final class Backlog {

    static final int MESSAGES = 1_024;
    /** Room for several of the largest tasks: a question with its whole history. */
    static final long CHARACTERS = 8L * 1024 * 1024;

    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicLong characters = new AtomicLong();

    /** Whether there is room for one more message; it counts until {@link #left}. */
    boolean admits(int length) {
        int waiting = messages.incrementAndGet();
        long size = characters.addAndGet(length);
        if (waiting > MESSAGES || size > CHARACTERS) {
            left(length);
            return false;
        }
        return true;
    }

    /** A message is on its way, or lost. */
    void left(int length) {
        messages.decrementAndGet();
        characters.addAndGet(-length);
    }
}
