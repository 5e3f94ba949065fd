/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

/**
 * A picture as it came out of its file, turned the right way up.
 *
 * @param picture its pixels, perhaps fewer than the file has
 * @param reduction how many pixels of the file, in each direction, one pixel here stands for
 */
public record DecodedPicture(Picture picture, int reduction) {

    public int fullWidth() {
        return picture.width() * reduction;
    }

    public int fullHeight() {
        return picture.height() * reduction;
    }

    public double megapixels() {
        return (double) fullWidth() * fullHeight() / 1_000_000;
    }
}
