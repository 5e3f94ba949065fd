/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

/**
 * Words of another program, made fit to stand inside a sentence: one line, not long, without control characters and without marks that turn
 * the direction of writing, with which a stranger could play with the terminal or with the reader.
 */
final class ForeignText {

    /** A sentence or two; nobody reads more of it. */
    static final int MOST_CHARACTERS = 300;

    private ForeignText() {}

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                .replaceAll("\\s+", " ")
                .strip();
        int length = line.codePointCount(0, line.length());
        return length <= MOST_CHARACTERS ? line : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }
}
