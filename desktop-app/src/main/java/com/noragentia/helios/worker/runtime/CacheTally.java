/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of keys and values that the language models of this process hold just now, so that what a model takes while it is opened can be told from
 * what the others grow by meanwhile. Thread-safe.
 */
final class CacheTally {

    private final AtomicLong all = new AtomicLong();

    /** The part of one model, which holds nothing yet. */
    Part part() {
        return new Part();
    }

    /** What one model holds. */
    final class Part {

        private final AtomicLong own = new AtomicLong();

        private Part() {}

        /** It holds so many bytes more; fewer, below 0. */
        void grow(long bytes) {
            own.addAndGet(bytes);
            all.addAndGet(bytes);
        }

        /** What all others hold. */
        long ofOthers() {
            return all.get() - own.get();
        }
    }
}
