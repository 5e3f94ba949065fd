/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes all loaded models together may take, and how many are spoken for. Thread-safe. */
public final class MemoryBudget {

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final long totalBytes;
    private final AtomicLong reservedBytes = new AtomicLong();

    public MemoryBudget(long totalBytes) {
        if (totalBytes < 0) {
            throw new IllegalArgumentException("a budget of " + totalBytes + " bytes");
        }
        this.totalBytes = totalBytes;
    }

    /** Less than 0 where a model has taken more than was free. */
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
                throw ModelFailure.told(
                        "no-memory",
                        "%s needs %d bytes of memory; %d of %d are free"
                                .formatted(owner, bytes, totalBytes - reserved, totalBytes),
                        owner,
                        Math.ceilDiv(bytes, BYTES_PER_MEGABYTE),
                        (totalBytes - reserved) / BYTES_PER_MEGABYTE,
                        totalBytes / BYTES_PER_MEGABYTE);
            }
        } while (!reservedBytes.compareAndSet(reserved, reserved + bytes));
        return new Reservation(bytes);
    }

    /** Bytes set aside until closed; closing twice is harmless. */
    final class Reservation implements AutoCloseable {

        private long bytes;
        private boolean held = true;

        private Reservation(long bytes) {
            this.bytes = bytes;
        }

        synchronized long bytes() {
            return bytes;
        }

        /** Sets so many aside instead, be it more than is free: what is taken already is taken, and whoever comes next finds less. */
        synchronized void correct(long newBytes) {
            if (held) {
                reservedBytes.addAndGet(newBytes - bytes);
                bytes = newBytes;
            }
        }

        @Override
        public synchronized void close() {
            if (held) {
                held = false;
                reservedBytes.addAndGet(-bytes);
            }
        }
    }
}
