/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name somebody meant: the one with the fewest letters added, left out, changed or swapped (Damerau-Levenshtein distance). */
final class NearestName {

    /** More slips than this and a guess would puzzle rather than help. */
    private static final int MOST_SLIPS = 2;

    private NearestName() {}

    static Optional<String> of(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> slips(typed, name) <= MOST_SLIPS)
                .min(Comparator.comparingInt((String name) -> slips(typed, name))
                        .thenComparing(name -> name));
    }

    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
