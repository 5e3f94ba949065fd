/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.util.Arrays;

/** How many things must be changed, added or left out to make one row of another: Levenshtein's distance. */
final class EditDistance {

    private EditDistance() {}

    /** Whether the thing at a place of one row is that at a place of the other. */
    @FunctionalInterface
    interface Sameness {
        boolean at(int one, int other);
    }

    /** Of rows of these lengths; takes time in proportion to both. */
    static int between(int one, int other, Sameness same) {
        int[] before = new int[other + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one; i++) {
            int[] row = new int[other + 1];
            row[0] = i;
            for (int j = 1; j <= other; j++) {
                int changed = before[j - 1] + (same.at(i - 1, j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other];
    }
}
