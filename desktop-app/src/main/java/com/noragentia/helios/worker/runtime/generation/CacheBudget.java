/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * What the caches of a model may take.
 *
 * @param tokens in all slots together
 * @param context the longest sequence, in tokens; at most {@code tokens}
 */
record CacheBudget(long tokens, int context) {

    /** Sequences that are computed together; beyond eight a step takes nearly as much longer as it writes more (docs/inference.md). */
    static final int MAX_ACTIVE = 8;

    /** Sequences in memory, those kept for later included. */
    static final int MAX_SLOTS = 12;

    /** Tokens of a question with its history, and of the longest answer that is sold: more is rare. */
    static final int USUAL_TOKENS = 2048;

    /** Room grows by doubling, from here on, up to {@link #USUAL_TOKENS}. */
    static final int SMALLEST_CAPACITY = 256;

    /** Beyond what is usual room grows by so much: one long sequence must not take the room of two from those beside it. */
    private static final int LARGE_STEP = 512;

    CacheBudget {
        if (context < 1 || context > tokens) {
            throw new IllegalArgumentException("a context of %d tokens in a cache of %d".formatted(context, tokens));
        }
    }

    /** The capacity of slots that hold sequences of up to so many tokens. */
    int capacityFor(int longest) {
        int capacity = SMALLEST_CAPACITY;
        while (capacity < longest) {
            capacity = capacity < USUAL_TOKENS ? 2 * capacity : capacity + LARGE_STEP;
        }
        return Math.min(capacity, context);
    }

    boolean allows(CacheShape shape) {
        return shape.slots() <= MAX_SLOTS && shape.tokens() <= tokens;
    }

    /**
     * How many sequences of usual length can be computed together.
     *
     * @param promised tokens that a sequence has at most, as the model's manifest says; 0 where it does not say
     * @return 1 to {@value #MAX_ACTIVE}
     */
    int usualSequences(int promised) {
        int usual = Math.min(context, promised == 0 ? USUAL_TOKENS : Math.min(promised, USUAL_TOKENS));
        int sequences = 1;
        while (admits(sequences + 1, usual)) {
            sequences++;
        }
        return sequences;
    }

    /** Whether so many sequences can be computed together to their ends, whatever has to be forgotten for that. */
    boolean admits(int sequences, int longest) {
        return sequences <= MAX_ACTIVE && allows(new CacheShape(sequences, capacityFor(longest)));
    }
}
