/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** How many things must be changed, added or left out to make one row of another: Levenshtein's distance. */
final class EditDistance {

    /** More than any row has things. */
    private static final long CHANGE = 1L << 32;

    private EditDistance() {}

    /** Whether the thing at a place of one row is that at a place of the other. */
    @FunctionalInterface
    interface Sameness {
        boolean at(int one, int other);
    }

    /** Of rows of these lengths; takes time in proportion to both. */
    static int between(int one, int other, Sameness same) {
        return (int) (cheapest(one, other, same, _ -> false) / CHANGE);
    }

    /**
     * How many of the things of the first row that are counted stay the same at least, when one row is made of the other with as few changes as possible:
     * there may be several such ways.
     */
    static int fewestKept(int one, int other, Sameness same, IntPredicate isCounted) {
        return (int) (cheapest(one, other, same, isCounted) % CHANGE);
    }

    /** Changes come first, then what is kept of what is counted. */
    private static long cheapest(int one, int other, Sameness same, IntPredicate isCounted) {
        long[] before = new long[other + 1];
        Arrays.setAll(before, i -> i * CHANGE);
        for (int i = 1; i <= one; i++) {
            long kept = isCounted.test(i - 1) ? 1 : 0;
            long[] row = new long[other + 1];
            row[0] = i * CHANGE;
            for (int j = 1; j <= other; j++) {
                long changed = before[j - 1] + (same.at(i - 1, j - 1) ? kept : CHANGE);
                row[j] = Math.min(changed, CHANGE + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other];
    }
}
