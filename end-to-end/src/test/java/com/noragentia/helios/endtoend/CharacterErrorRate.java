/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

/** Levenshtein distance over the length of what was written; white space counts as single blanks. */
final class CharacterErrorRate {

    private CharacterErrorRate() {}

    /** 0 for a perfect reading; may pass 1 when much was invented. */
    static double between(String written, String read) {
        String expected = written.strip().replaceAll("\\s+", " ");
        String actual = read.strip().replaceAll("\\s+", " ");
        int[] row = new int[actual.length() + 1];
        for (int column = 0; column <= actual.length(); column++) {
            row[column] = column;
        }
        for (int i = 1; i <= expected.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= actual.length(); j++) {
                int substitution = diagonal + (expected.charAt(i - 1) == actual.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return (double) row[actual.length()] / expected.length();
    }
}
