/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

/**
 * A line of text on a page, in points; y grows downwards from the top of the page.
 *
 * @param left where it begins
 * @param right where it ends
 * @param baseline the y of its baseline
 * @param height of its letters
 * @param text what it says, as the file has it
 */
record Line(float left, float right, float baseline, float height, String text) {

    boolean endsSentence() {
        String trimmed = text.strip();
        return !trimmed.isEmpty() && ".!?:;…\"”»)".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
    }

    boolean startsLowerCase() {
        String trimmed = text.strip();
        return !trimmed.isEmpty() && Character.isLowerCase(trimmed.codePointAt(0));
    }
}
