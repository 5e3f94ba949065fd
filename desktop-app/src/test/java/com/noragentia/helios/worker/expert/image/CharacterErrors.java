/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

/** Levenshtein distance: insertions, deletions and substitutions that turn one text into another. */
final class CharacterErrors {

    private CharacterErrors() {}

    static int between(String expected, String actual) {
        int[] row = new int[actual.length() + 1];
        for (int j = 0; j <= actual.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= expected.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= actual.length(); j++) {
                int substituted = diagonal + (expected.charAt(i - 1) == actual.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[actual.length()];
    }
}
