/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A job that somebody follows. Its lock is held for no longer than it takes to add or copy what the ring holds, so no reader holds the
 * writer up. Thread-safe.
 */
final class FollowedJob {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final EventRing ring = new EventRing();
    private boolean isLetGo;

    void publish(StoredEvent event) {
        lock.lock();
        try {
            ring.add(event);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What came after event number {@code reached}, which is waited for; an empty list where nothing came within {@code atMost} or
     * everybody was sent home; nothing where the ring has moved on and the stored events must tell.
     */
    Optional<List<StoredEvent>> await(long reached, Duration atMost) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.convert(atMost);
        lock.lock();
        try {
            Optional<List<StoredEvent>> events = ring.after(reached);
            while (left > 0 && !isLetGo && events.filter(List::isEmpty).isPresent()) {
                left = news.awaitNanos(left);
                events = ring.after(reached);
            }
            return events;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits here any more. */
    void letGo() {
        lock.lock();
        try {
            isLetGo = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
