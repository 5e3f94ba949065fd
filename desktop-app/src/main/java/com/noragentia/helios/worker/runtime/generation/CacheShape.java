/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * How many sequences of how many tokens a cache holds.
 *
 * @param slots one for each sequence, whether it is being written or kept for later
 * @param capacity tokens that each slot has room for
 */
record CacheShape(int slots, int capacity) {

    static final CacheShape NONE = new CacheShape(0, 0);

    long tokens() {
        return (long) slots * capacity;
    }
}
