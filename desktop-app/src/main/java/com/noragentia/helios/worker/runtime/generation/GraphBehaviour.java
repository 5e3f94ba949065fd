/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * How a graph behaves, found out by running it ({@link GraphProbe}).
 *
 * @param vocabulary tokens it gives logits for
 * @param givesAllLogits whether it gives a row for each token it is fed, and not for the last alone
 * @param batches whether several sequences can go through it in one run, and each comes out with the same bits as alone: an answer must
 *     not depend on who else asks at the moment
 * @param cuts where a prompt may be cut and comes out with the same bits
 * @param exactChunks whether tokens come out with the same bits one by one as several at a time
 */
record GraphBehaviour(int vocabulary, boolean givesAllLogits, boolean batches, Cuts cuts, boolean exactChunks) {

    ReadingPlan reading() {
        return ReadingPlan.of(givesAllLogits, cuts);
    }

    /** Guesses must not change what they are checked against. */
    boolean checksGuesses() {
        return givesAllLogits && exactChunks;
    }
}
