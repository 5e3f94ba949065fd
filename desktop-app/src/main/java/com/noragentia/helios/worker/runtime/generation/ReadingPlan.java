/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * In which chunks a prompt is read. A chunk is what others wait for, and what is computed in vain at most; larger ones are faster. Where
 * the graph gives logits for every token, all chunks but the last go without, and the last is short, since nobody needs its rows.
 *
 * @param alone tokens of a chunk while nothing else is computed
 * @param beside tokens of a chunk while others write
 * @param last tokens of the last chunk, at most
 */
record ReadingPlan(int alone, int beside, int last) {

    private static final int ALONE = 256;
    private static final int BESIDE_OTHERS = 64;

    /** A plan for a graph that gives logits for the last token alone, or for all. */
    static ReadingPlan of(boolean givesAllLogits) {
        return givesAllLogits
                ? new ReadingPlan(BESIDE_OTHERS, BESIDE_OTHERS, LogitRows.MAX_ROWS)
                : new ReadingPlan(ALONE, BESIDE_OTHERS, ALONE);
    }

    /** The widest chunk there is. */
    int widest() {
        return Math.max(alone, beside);
    }

    /** Where the chunk that begins at {@code from} ends. */
    int end(int from, int total, boolean othersWrite) {
        int chunk = othersWrite ? beside : alone;
        int left = total - from;
        if (left <= Math.min(chunk, last)) {
            return total;
        }
        return from + Math.min(chunk, last < chunk ? Math.max(1, left - last) : left);
    }
}
