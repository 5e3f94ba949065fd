/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times between two places of this process. Thread-safe. */
final class Latencies {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void sentAt(long sentNanos) {
        nanos.add(System.nanoTime() - sentNanos);
    }

    int count() {
        return nanos.size();
    }

    double millis(double quantile) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "n=%d p50=%.2f ms p99=%.2f ms max=%.2f ms", count(), millis(0.5), millis(0.99), millis(1));
    }
}
