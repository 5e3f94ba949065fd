/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

/** When what happened to each job of a server, by its number. Written by the loop's thread, read when it rests. */
final class Journal {

    private static final int FIRST_CAPACITY = 1 << 17;
    private static final long[] NONE = {};

    /** What is noted. */
    enum Moment {
        /** It was, or by the plan should have been, sent. */
        ASKED,
        /** The answer 202 had come. */
        ACCEPTED,
        /** Its task had come to a worker. */
        CAME,
        /** Its member's stream showed its end. */
        DONE
    }

    private final Map<Moment, long[]> nanos = new EnumMap<>(Moment.class);

    void note(Moment moment, int number, long nanoTime) {
        long[] times = nanos.computeIfAbsent(moment, _ -> new long[FIRST_CAPACITY]);
        if (number >= times.length) {
            times = Arrays.copyOf(times, Math.max(times.length * 2, number + 1));
            nanos.put(moment, times);
        }
        times[number] = nanoTime;
    }

    /** When a moment came; 0 where it has not. */
    long at(Moment moment, int number) {
        long[] times = nanos.getOrDefault(moment, NONE);
        return number < times.length ? times[number] : 0;
    }

    /**
     * Milliseconds between two moments of the jobs {@code [first, end)} that had both, in ascending order. Never negative: a task may reach a
     * worker before the member reads that it was accepted.
     */
    double[] sortedMillis(Moment from, Moment to, int first, int end) {
        return LongStream.range(first, end)
                .filter(i -> at(from, (int) i) != 0 && at(to, (int) i) != 0)
                .mapToDouble(i -> Math.max(0, at(to, (int) i) - at(from, (int) i)) / 1e6)
                .sorted()
                .toArray();
    }
}
