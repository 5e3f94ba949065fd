/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.HashMap;
import java.util.Map;

/** Pages that are pictures with a stamp: about as many letters as on most other pages, which workers leave out, numbers apart, as the running line. */
final class Stamps {

    private static final long MOST_LETTERS = 400;
    /** Numbers of pages differ. */
    private static final long LETTERS_APART = 4;

    private static final long FEWEST_PAGES = 3;

    private final Map<Long, Long> pages = new HashMap<>();

    /** @param isCovered whether pictures cover most of it */
    void add(long letters, boolean isCovered, long times) {
        if (isCovered && letters <= MOST_LETTERS) {
            pages.merge(letters, times, Long::sum);
        }
    }

    /** @param all pages of the document, of whatever kind */
    long pictured(long all) {
        long pictured = 0;
        for (Map.Entry<Long, Long> some : pages.entrySet()) {
            long alike = 0;
            for (long letters = some.getKey() - LETTERS_APART; letters <= some.getKey() + LETTERS_APART; letters++) {
                alike += pages.getOrDefault(letters, 0L);
            }
            pictured += alike >= FEWEST_PAGES && 2 * alike > all ? some.getValue() : 0;
        }
        return pictured;
    }
}
