/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Requests that have no slot yet, the first come first. Thread-safe. */
final class WaitingLine {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Writing> waiting = new ArrayDeque<>();
    private boolean shut;

    /** Joins the line; false if it is shut. */
    boolean join(Writing writing) {
        lock.lock();
        try {
            if (!shut) {
                waiting.add(writing);
                changed.signal();
            }
            return !shut;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until somebody is in the line; false if it was shut. */
    boolean await() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !shut) {
                changed.awaitUninterruptibly();
            }
            return !shut;
        } finally {
            lock.unlock();
        }
    }

    boolean isShut() {
        lock.lock();
        try {
            return shut;
        } finally {
            lock.unlock();
        }
    }

    /** The first of those that are still wanted, if there is room for it; nobody is passed over. */
    Optional<Writing> next(Predicate<Writing> hasRoom) {
        lock.lock();
        try {
            waiting.removeIf(Writing::isUnwanted);
            return waiting.isEmpty() || !hasRoom.test(waiting.peek())
                    ? Optional.empty()
                    : Optional.of(waiting.remove());
        } finally {
            lock.unlock();
        }
    }

    /** Those in the line now. */
    List<Writing> waiting() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in from now on, and returns those who waited. */
    List<Writing> shut() {
        lock.lock();
        try {
            shut = true;
            changed.signal();
            List<Writing> left = new ArrayList<>(waiting);
            waiting.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
