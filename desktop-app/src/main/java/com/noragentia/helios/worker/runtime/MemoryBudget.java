/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes all loaded models together may take, and how many are spoken for. Thread-safe. */
public final class MemoryBudget {

    private final long totalBytes;
    private final AtomicLong reservedBytes = new AtomicLong();

    public MemoryBudget(long totalBytes) {
        if (totalBytes < 0) {
            throw new IllegalArgumentException("a budget of " + totalBytes + " bytes");
        }
        this.totalBytes = totalBytes;
    }

    public long freeBytes() {
        return totalBytes - reservedBytes.get();
    }

    /**
     * Sets bytes aside for a model.
     *
     * @param owner id of the model, for the message
     * @throws ModelFailure if they exceed what is free
     */
    Reservation reserve(String owner, long bytes) throws ModelFailure {
        if (bytes < 0) {
            throw new IllegalArgumentException("a reservation of " + bytes + " bytes");
        }
        long reserved;
        do {
            reserved = reservedBytes.get();
            if (bytes > totalBytes - reserved) {
                throw new ModelFailure("%s needs %d bytes of memory; %d of %d are free"
                        .formatted(owner, bytes, totalBytes - reserved, totalBytes));
            }
        } while (!reservedBytes.compareAndSet(reserved, reserved + bytes));
        return new Reservation(bytes);
    }

    /** Bytes set aside until closed; closing twice is harmless. */
    final class Reservation implements AutoCloseable {

        private final long bytes;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Reservation(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            if (held.compareAndSet(true, false)) {
                reservedBytes.addAndGet(-bytes);
            }
        }
    }
}
