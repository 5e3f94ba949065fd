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

    /** Room grows by doubling, from here on. */
    static final int SMALLEST_CAPACITY = 256;

    CacheBudget {
        if (context < 1 || context > tokens) {
            throw new IllegalArgumentException("a context of %d tokens in a cache of %d".formatted(context, tokens));
        }
    }

    /** The capacity of slots that hold sequences of up to so many tokens. */
    int capacityFor(int longest) {
        int capacity = SMALLEST_CAPACITY;
        while (capacity < longest) {
            capacity *= 2;
        }
        return Math.min(capacity, context);
    }

    boolean allows(CacheShape shape) {
        return shape.slots() <= MAX_SLOTS && shape.tokens() <= tokens;
    }

    /** Whether so many sequences can be computed together to their ends, whatever has to be forgotten for that. */
    boolean admits(int sequences, int longest) {
        return sequences <= MAX_ACTIVE && allows(new CacheShape(sequences, capacityFor(longest)));
    }
}
