/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that do so many things side by side, let a few wait, and go when nothing comes for a while. Thread-safe. */
final class TaskThreads {

    /** The orchestrator may send the next task before it has read that the last is done. */
    private static final int WAITING = 8;

    private static final Duration KEPT_IDLE = Duration.ofMinutes(1);

    private final ThreadPoolExecutor threads;

    TaskThreads(String name, int sideBySide) {
        threads = new ThreadPoolExecutor(
                sideBySide,
                sideBySide,
                KEPT_IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name(name, 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does it as soon as a thread is free; false for want of room. */
    boolean execute(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** If it still waits, it is not done. */
    void remove(Runnable work) {
        threads.remove(work);
    }

    /** Takes nothing more. */
    void shut() {
        threads.shutdown();
    }

    /** Interrupts what runs, and forgets what waits. */
    void interrupt() {
        threads.shutdownNow();
    }

    /** Once shut: whether all that ran has ended by a moment of {@link System#nanoTime}. */
    boolean awaitEnd(long untilNanos) throws InterruptedException {
        return threads.awaitTermination(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
