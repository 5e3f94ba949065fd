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

    /**
     * The next chunk. No chunk is of one token unless there is only one in all: the attention of a single token is summed in another
     * order than that of several, and what is read must not depend on how it was cut (docs/inference.md).
     *
     * @param known tokens that are in the cache
     * @param total tokens to be read; more than {@code known}
     */
    Chunk next(int known, int total, boolean othersWrite) {
        int from = total - known == 1 ? Math.max(0, known - 1) : known;
        int left = total - from;
        int chunk = othersWrite ? beside : alone;
        if (left <= Math.min(chunk, last)) {
            return new Chunk(from, total);
        }
        int most = last < chunk ? left - 2 : left;
        int length = Math.min(chunk, most);
        return new Chunk(from, from + (left - length == 1 ? length - 1 : length));
    }

    /** Tokens from one position to another, exclusive. */
    record Chunk(int from, int to) {}
}
