/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

/**
 * A line of text found in a picture.
 *
 * @param file the attachment's name
 * @param text what it says
 * @param confidence mean probability of its characters, 0 to 1
 * @param box where it stands
 */
public record TextLine(String file, String text, double confidence, Box box) {

    /** An upright rectangle, in pixels of the picture as it is meant to be seen unless said otherwise; the origin is the top left corner. */
    public record Box(int x, int y, int width, int height) {}
}
