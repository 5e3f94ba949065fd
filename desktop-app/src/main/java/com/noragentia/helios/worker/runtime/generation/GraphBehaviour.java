/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * How a graph behaves, found out by running it.
 *
 * @param vocabulary tokens it gives logits for
 * @param givesAllLogits whether it gives a row for each token it is fed, and not for the last alone
 * @param exactRows whether a sequence gives the same bits alone, in chunks and beside others; see {@link GraphProbe}
 * @param sideBySide whether several sequences can go through it in one run
 */
record GraphBehaviour(int vocabulary, boolean givesAllLogits, boolean exactRows, boolean sideBySide) {

    ReadingPlan reading() {
        return ReadingPlan.of(givesAllLogits);
    }

    /** Answers must not depend on who else asks at the moment. */
    boolean batches() {
        return sideBySide && exactRows;
    }

    /** Guesses must not change what they are checked against. */
    boolean checksGuesses() {
        return givesAllLogits && exactRows;
    }
}
