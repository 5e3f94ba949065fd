/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time that is let pass, and measured. Thread-safe. */
interface Waiting {

    /** Lets time pass on the calling thread. */
    void pass(Duration time) throws InterruptedException;

    /** Nanoseconds from some moment on. */
    long nanos();

    /** By the clock on the wall. */
    static Waiting real() {
        CountDownLatch never = new CountDownLatch(1);
        return new Waiting() {
            @Override
            public void pass(Duration time) throws InterruptedException {
                boolean came = never.await(time.toNanos(), TimeUnit.NANOSECONDS);
                if (came) {
                    throw new IllegalStateException("what never comes came");
                }
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
