/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was made on the way to something whole: closed again, the last first, unless it is kept. For one thread. */
final class Made implements AutoCloseable {

    private final Deque<Runnable> closing = new ArrayDeque<>();

    /** Adds something by how it is closed. */
    void add(Runnable close) {
        closing.push(close);
    }

    /** All of it, which from now on is closed there and not here. */
    Made kept() {
        Made kept = new Made();
        kept.closing.addAll(closing);
        closing.clear();
        return kept;
    }

    /** Closes the rest too where one does not close, and says so in the end. */
    @Override
    public void close() {
        try {
            if (!closing.isEmpty()) {
                closing.pop().run();
            }
        } finally {
            if (!closing.isEmpty()) {
                close();
            }
        }
    }
}
