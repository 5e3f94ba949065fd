/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import com.noragentia.helios.protocol.task.TextLine.Box;

/**
 * A page of a document as it is meant to be seen.
 *
 * @param dotsPerInch pixels for each inch of the page, at least 1
 */
public record PagePicture(Picture picture, int dotsPerInch) {

    private static final double POINTS_PER_INCH = 72;

    /** A place in the picture as one on the page: from pixels to points. */
    public Box inPoints(Box pixels) {
        return new Box(points(pixels.x()), points(pixels.y()), points(pixels.width()), points(pixels.height()));
    }

    private int points(int pixels) {
        return (int) Math.round(pixels * POINTS_PER_INCH / dotsPerInch);
    }
}
