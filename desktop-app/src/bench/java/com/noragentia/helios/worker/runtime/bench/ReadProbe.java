/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How fast this computer reads memory on so many threads, in bytes a second: no loop that reads its weights once a token can be faster. */
final class ReadProbe implements AutoCloseable {

    /** For all threads together: far more than any cache holds. */
    private static final int LONGS = 64 << 20;

    private static final int PASSES = 4;

    private final List<long[]> parts = new ArrayList<>();
    private final ExecutorService threads;

    ReadProbe(int threads) throws InterruptedException {
        this.threads = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            long[] part = new long[LONGS / threads];
            Arrays.fill(part, i);
            parts.add(part);
        }
        bytesPerSecond();
    }

    double bytesPerSecond() throws InterruptedException {
        long start = System.nanoTime();
        List<Future<Long>> sums = new ArrayList<>();
        for (long[] part : parts) {
            sums.add(threads.submit(() -> sum(part)));
        }
        try {
            for (int i = 0; i < sums.size(); i++) {
                if (sums.get(i).get() != (long) PASSES * i * parts.get(i).length) {
                    throw new IllegalStateException("the probe did not read");
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        return (double) PASSES * parts.size() * parts.getFirst().length * Long.BYTES / seconds;
    }

    private static long sum(long[] values) {
        long total = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            total += once(values);
        }
        return total;
    }

    private static long once(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
