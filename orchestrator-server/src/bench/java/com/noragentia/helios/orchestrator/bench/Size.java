/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.time.Duration;

/**
 * How much a run does.
 *
 * @param rounds of each measurement
 * @param round how long a round sends jobs
 * @param drained jobs of a round that drains a queue, at most
 * @param deep jobs of the deep queue, at most
 * @param deepFill how long it may take to fill it
 * @param few workers of the usual runs
 * @param many workers of the large ones
 */
record Size(int rounds, Duration round, int drained, int deep, Duration deepFill, int few, int many) {

    /** Under three minutes. */
    static final Size FULL = new Size(3, Duration.ofMillis(2_500), 20_000, 100_000, Duration.ofSeconds(30), 200, 2_000);

    /** For a first look, or a busy machine. */
    static final Size QUICK = new Size(3, Duration.ofMillis(800), 3_000, 10_000, Duration.ofSeconds(8), 200, 2_000);

    /** As many as it takes that nobody has more than eight jobs in flight. */
    int askers() {
        return deep / 8 + 1;
    }
}
