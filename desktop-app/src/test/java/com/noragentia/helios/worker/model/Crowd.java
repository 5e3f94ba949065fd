/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts requests that are under way at once; each waits a little for company. */
final class Crowd {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final CountDownLatch company = new CountDownLatch(Integer.MAX_VALUE);
    private int inside;
    private int most;

    UnrulyHub.Manner counted() {
        return (request, content) -> {
            enter();
            try {
                if (company.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody counts so far");
                }
                UnrulyHub.honest().answer(request, content);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                leave();
            }
        };
    }

    private synchronized void enter() {
        inside++;
        most = Math.max(most, inside);
    }

    private synchronized void leave() {
        inside--;
    }

    synchronized int most() {
        return most;
    }
}
