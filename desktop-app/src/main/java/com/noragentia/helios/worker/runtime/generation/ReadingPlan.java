/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * In which chunks a prompt is read. A chunk is what others wait for, and what is computed in vain at most; larger ones are faster. Where
 * the graph gives logits for every token, all chunks but the last go without, and the last is short, since nobody needs its rows.
 *
 * <p>Chunks begin at multiples of a step, and what is known of a prompt is taken up to one, since elsewhere a cut may change bits. Where
 * every cut does, the step is a whole chunk and all prompts are read in one grid, whoever else is there.
 *
 * @param alone tokens of a chunk while nothing else is computed
 * @param beside tokens of a chunk while others write
 * @param last tokens of the last chunk, at most
 * @param step tokens, of which chunks begin at multiples; {@code alone} and {@code beside} are multiples of it
 */
record ReadingPlan(int alone, int beside, int last, int step) {

    private static final int ALONE = 256;
    private static final int BESIDE_OTHERS = 64;

    /**
     * A plan for a graph.
     *
     * @param givesAllLogits whether it gives logits for all tokens, or for the last alone
     */
    static ReadingPlan of(boolean givesAllLogits, Cuts cuts) {
        boolean inGrid = cuts == Cuts.NOWHERE;
        int alone = inGrid || givesAllLogits ? BESIDE_OTHERS : ALONE;
        int last = givesAllLogits ? LogitRows.MAX_ROWS : alone;
        return new ReadingPlan(alone, BESIDE_OTHERS, last, inGrid ? BESIDE_OTHERS : cuts.step());
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
     * @param known tokens that are in the cache; a multiple of {@link #step}
     * @param total tokens to be read; more than {@code known}
     */
    Chunk next(int known, int total, boolean othersWrite) {
        if (step == alone) {
            return nextInGrid(known, total);
        }
        int from = total - known == 1 ? Math.max(0, known - step) : known;
        int left = total - from;
        int chunk = othersWrite ? beside : alone;
        if (left <= Math.min(chunk, last)) {
            return new Chunk(from, total);
        }
        int most = last < chunk ? left - 2 : left;
        int length = Math.min(chunk, most) / step * step;
        return new Chunk(from, from + (left - length == 1 ? length - step : length));
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
