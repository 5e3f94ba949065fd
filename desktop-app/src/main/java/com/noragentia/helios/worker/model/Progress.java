/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds up what several threads do for the files of one model, and tells it at intervals and whenever a file is whole. What is told never falls,
 * though a second source may start a file again. Thread-safe; the listener is called by one thread at a time.
 */
final class Progress {

    static final long INTERVAL_NANOS = 250_000_000;

    /** Speed is that of so long ago until now. */
    static final long SPEED_NANOS = 3_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private final String model;
    private final long total;
    private final Consumer<Transfer> listener;
    private final Waiting waiting;
    private final Map<String, Long> done = new HashMap<>();
    private long highest;
    private long toldAt;
    private long received;
    private long windowStart;
    private long speed;

    Progress(ModelManifest manifest, Consumer<Transfer> listener, Waiting waiting) {
        this.model = manifest.id();
        this.total = manifest.bytes();
        this.listener = listener;
        this.waiting = waiting;
        this.windowStart = waiting.nanos();
        this.toldAt = windowStart - INTERVAL_NANOS;
    }

    /** So many bytes of a file are dealt with. */
    synchronized void at(ModelFile file, long bytes) {
        done.put(file.name(), Math.min(bytes, file.bytes()));
        highest = Math.max(
                highest, done.values().stream().mapToLong(Long::longValue).sum());
        long now = waiting.nanos();
        if (bytes >= file.bytes() || now - toldAt >= INTERVAL_NANOS) {
            toldAt = now;
            listener.accept(new Transfer(model, file.name(), highest, total, speed));
        }
    }

    /** So many bytes came just now, as opposed to having been here. */
    synchronized void received(long bytes) {
        received += bytes;
        long now = waiting.nanos();
        long elapsed = now - windowStart;
        if (elapsed >= SPEED_NANOS || (speed == 0 && elapsed >= INTERVAL_NANOS)) {
            speed = (long) (received * NANOS_PER_SECOND / elapsed);
            received = 0;
            windowStart = now;
        }
    }
}
