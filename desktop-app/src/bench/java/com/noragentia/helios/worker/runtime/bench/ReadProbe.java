/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How fast this computer reads memory on so many threads, in bytes a second: no loop that reads its weights once a token can be faster. Compares
 * equal arrays, which the virtual machine does with the widest registers there are.
 */
final class ReadProbe implements AutoCloseable {

    /** For all threads together: far more than any cache holds. */
    private static final int LONGS = 64 << 20;

    private static final int PASSES = 4;
    private static final int WARM_UPS = 3;

    private final List<Callable<Boolean>> readers = new ArrayList<>();
    private final ExecutorService threads;

    ReadProbe(int threads) throws InterruptedException {
        this.threads = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            long[] one = new long[LONGS / threads / 2];
            Arrays.fill(one, i);
            long[] other = one.clone();
            readers.add(() -> same(one, other));
        }
        for (int i = 0; i < WARM_UPS; i++) {
            bytesPerSecond();
        }
    }

    double bytesPerSecond() throws InterruptedException {
        long start = System.nanoTime();
        for (Future<Boolean> same : threads.invokeAll(readers)) {
            try {
                if (!same.get()) {
                    throw new IllegalStateException("the probe did not read");
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        return (double) PASSES * LONGS * Long.BYTES / seconds;
    }

    private static boolean same(long[] one, long[] other) {
        boolean same = true;
        for (int pass = 0; pass < PASSES; pass++) {
            same &= Arrays.equals(one, other);
        }
        return same;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
