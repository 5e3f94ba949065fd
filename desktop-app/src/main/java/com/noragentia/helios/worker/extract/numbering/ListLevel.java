/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

/**
 * A level of a list.
 *
 * @param start its first number
 * @param text with %1 to %9 where the numbers of the levels stand
 * @param restartLevel it begins again after a paragraph of this level, from 0, or of one above it; -1 for never
 * @param isPlain whether the numbers of all levels are written in digits
 * @param style whose paragraphs are of this level; empty for none
 */
record ListLevel(int start, NumberFormat format, String text, int restartLevel, boolean isPlain, String style) {

    /** Levels of a list, 0 to 8. */
    static final int LEVELS = 9;
}
