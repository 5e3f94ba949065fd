/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

/** Hears how fast a worker is, as measured here and not as claimed. Called on a worker's own thread; returns at once. */
@FunctionalInterface
public interface ProbeTimes {

    /**
     * A probe has passed.
     *
     * @param loadMillis from the order to host the model to its readiness; next to nothing where it was in memory already
     * @param probeMillis from the question to its right answer, the way there and back included
     */
    void passed(String device, String model, long loadMillis, long probeMillis);
}
