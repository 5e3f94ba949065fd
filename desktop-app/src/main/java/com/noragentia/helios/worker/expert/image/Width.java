/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

/** The two widths in which East Asian type sets Latin letters and punctuation. */
final class Width {

    private static final int FIRST_FULL = 0xFF01;
    private static final int LAST_FULL = 0xFF5E;
    private static final int FULL_TO_HALF = 0xFEE0;

    private Width() {}

    /** The ordinary form of a full-width character ({@code U+FF01} to {@code U+FF5E}); any other as it is. */
    static String halved(String character) {
        if (character.length() != 1) {
            return character;
        }
        char only = character.charAt(0);
        return only >= FIRST_FULL && only <= LAST_FULL ? String.valueOf((char) (only - FULL_TO_HALF)) : character;
    }
}
