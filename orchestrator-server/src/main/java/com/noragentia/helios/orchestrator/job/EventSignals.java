/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes those who follow a job. A signal says only "look again": followers read the stored events at their own pace, so a slow one holds
 * nobody up. Thread-safe.
 */
final class EventSignals implements AutoCloseable {

    private final Map<String, Set<Subscription>> byJob = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** One follower's wake-up bell. */
    final class Subscription implements AutoCloseable {

        private final String job;
        private final Semaphore bell = new Semaphore(0);

        private Subscription(String job) {
            this.job = job;
        }

        /** Waits for the next signal, or until {@code atMost} is over, in which case it returns false. */
        boolean await(Duration atMost) throws InterruptedException {
            boolean rung = bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
            return rung;
        }

        @Override
        public void close() {
            byJob.computeIfPresent(job, (_, followers) -> {
                followers.remove(this);
                return followers.isEmpty() ? null : followers;
            });
        }
    }

    Subscription subscribe(String job) {
        Subscription subscription = new Subscription(job);
        byJob.compute(job, (_, followers) -> {
            Set<Subscription> all = followers == null ? ConcurrentHashMap.newKeySet() : followers;
            all.add(subscription);
            return all;
        });
        return subscription;
    }

    void signal(String job) {
        byJob.getOrDefault(job, Set.of()).forEach(follower -> follower.bell.release());
    }

    boolean isClosed() {
        return closed;
    }

    /** Sends everybody home. */
    @Override
    public void close() {
        closed = true;
        byJob.keySet().forEach(this::signal);
    }
}
