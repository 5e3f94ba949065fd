/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long honest requests took, in nanoseconds. Thread-safe. */
final class Latencies {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void add(long taken) {
        nanos.add(taken);
    }

    int count() {
        return nanos.size();
    }

    /** The time within which this share of the requests was answered; nearest rank. */
    double millis(double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        long rank = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        return rank / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                count(),
                millis(0.5),
                millis(0.99),
                millis(1));
    }
}
