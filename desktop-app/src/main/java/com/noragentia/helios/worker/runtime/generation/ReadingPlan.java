/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * In which chunks a prompt is read. A chunk is what others wait for, and what is computed in vain at most; larger ones are faster. Where
 * the graph gives logits for every token, all chunks but the last go without, and the last is short, since nobody needs its rows.
 *
 * <p>Where the size of chunks changes bits, a prompt is read in one grid, whoever else is there: its chunks are a function of its length
 * alone, and what is known of it is taken up to a border of the grid.
 *
 * @param alone tokens of a chunk while nothing else is computed
 * @param beside tokens of a chunk while others write
 * @param last tokens of the last chunk, at most
 * @param inGrid whether chunks begin at multiples of {@code alone}, which is then {@code beside} too
 */
record ReadingPlan(int alone, int beside, int last, boolean inGrid) {

    private static final int ALONE = 256;
    private static final int BESIDE_OTHERS = 64;

    /**
     * A plan for a graph.
     *
     * @param givesAllLogits whether it gives logits for all tokens, or for the last alone
     * @param anyChunks whether it computes the same however a prompt is cut
     */
    static ReadingPlan of(boolean givesAllLogits, boolean anyChunks) {
        int alone = anyChunks && !givesAllLogits ? ALONE : BESIDE_OTHERS;
        return new ReadingPlan(alone, BESIDE_OTHERS, givesAllLogits ? LogitRows.MAX_ROWS : alone, !anyChunks);
    }

    /** What is known of a prompt is of use up to a multiple of so many tokens. */
    int step() {
        return inGrid ? alone : 1;
    }

    /** The widest chunk there is. */
    int widest() {
        return Math.max(alone, beside);
    }

    /**
     * The next chunk. No chunk is of one token unless there is only one in all: the attention of a single token is summed in another
     * order than that of several, and what is read must not depend on how it was cut (docs/inference.md). In a grid it may be of one, as it is
     * then whenever this prompt is read.
     *
     * @param known tokens that are in the cache; at the beginning a multiple of {@link #step}
     * @param total tokens to be read; more than {@code known}
     */
    Chunk next(int known, int total, boolean othersWrite) {
        if (inGrid) {
            return nextInGrid(known, total);
        }
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

    private Chunk nextInGrid(int known, int total) {
        int left = total - known;
        if (left > alone) {
            return new Chunk(known, known + alone);
        }
        return new Chunk(known, left <= last ? total : total - 2);
    }

    /** Tokens from one position to another, exclusive. */
    record Chunk(int from, int to) {}
}
