/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

/**
 * What a page or form shows.
 *
 * @param letters at most {@link #MOST_LETTERS}
 * @param covered by pictures, in units of its own space
 * @param hasPicture whether any is drawn, however small
 * @param shapes that are filled: letters may be drawn so
 */
record Shown(long letters, double covered, boolean hasPicture, int shapes) {

    static final Shown NOTHING = new Shown(0, 0, false, 0);
    /** In the unit square, as all pictures are. */
    static final Shown PICTURE = new Shown(0, 1, true, 0);

    /** Far more than any document holds. */
    private static final long MOST_LETTERS = 1L << 40;

    private static final int MOST_SHAPES = 1 << 20;

    Shown plus(Shown other) {
        return new Shown(
                Math.min(MOST_LETTERS, letters + other.letters),
                covered + other.covered,
                hasPicture || other.hasPicture,
                Math.min(MOST_SHAPES, shapes + other.shapes));
    }

    Shown plusLetters(long more) {
        return plus(new Shown(Math.min(MOST_LETTERS, more), 0, false, 0));
    }

    /** Where one unit of its area takes so many. */
    Shown scaled(double area) {
        return new Shown(letters, covered * area, hasPicture, shapes);
    }

    /** The more of each. */
    Shown or(Shown other) {
        return new Shown(
                Math.max(letters, other.letters),
                Math.max(covered, other.covered),
                hasPicture || other.hasPicture,
                Math.max(shapes, other.shapes));
    }
}
