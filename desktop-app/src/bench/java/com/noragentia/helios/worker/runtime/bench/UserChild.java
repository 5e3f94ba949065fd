/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Somebody's busy program: computes for a second on so many threads when told to, and says how far it got. */
final class UserChild {

    private static final long SPAN_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final int STRIDE = 10_000;

    private UserChild() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            while (commands.readLine() != null) {
                List<Callable<Double>> counts = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    counts.add(UserChild::count);
                }
                double sum = 0;
                for (Future<Double> count : pool.invokeAll(counts)) {
                    sum += count.get();
                }
                System.out.println(sum);
            }
        }
    }

    private static double count() {
        long until = System.nanoTime() + SPAN_NANOS;
        double rounds = 0;
        long state = until;
        while (System.nanoTime() < until) {
            for (int i = 0; i < STRIDE; i++) {
                state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            }
            rounds += STRIDE;
        }
        // An odd increment makes the last bit change with each step, so that no compiler may leave the steps out.
        return rounds + (state & 1);
    }
}
