/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * How many threads a guest uses: one for each core that nobody else wants. Beside one busy program two threads on two cores are slower
 * than one, since each step waits for the thread that was pushed aside (docs/inference.md). Pure.
 */
final class ThreadPolicy {

    /** A core counts as idle if others use less than this of it. */
    private static final double CORE_IN_USE = 0.35;
    /** Held back before one more thread is taken, lest the number swing to and fro. */
    private static final double CAUTION = 0.2;

    private ThreadPolicy() {}

    /**
     * The number of threads for the next runs.
     *
     * @param allowed cores that this process may use, at least 1
     * @param cores of the computer
     * @param othersBusy how many of them other processes keep busy, on average of late
     * @param now threads at present
     * @return 1 to {@code allowed}
     */
    static int threads(int allowed, int cores, double othersBusy, int now) {
        double idle = Math.max(0, cores - othersBusy);
        int most = (int) Math.floor(idle + CORE_IN_USE);
        int cautious = (int) Math.floor(idle + CORE_IN_USE - CAUTION);
        int wanted = cautious > now ? cautious : Math.min(now, most);
        return Math.clamp(wanted, 1, allowed);
    }
}
