/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the timer that housekeeping and deadlines share. */
final class Timers {

    /** One may wait for the store while the other goes on. */
    private static final int THREADS = 2;

    private Timers() {}

    static ScheduledExecutorService start() {
        return Executors.newScheduledThreadPool(
                THREADS, Thread.ofPlatform().name("timer-", 0).daemon().factory());
    }
}
