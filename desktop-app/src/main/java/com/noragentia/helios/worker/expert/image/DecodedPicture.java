/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

/**
 * A picture as it came out of its file, turned the right way up.
 *
 * @param picture its pixels, perhaps fewer than the file has
 * @param reduction how many pixels of the file, in each direction, one pixel here stands for
 */
record DecodedPicture(Picture picture, int reduction) {

    int fullWidth() {
        return picture.width() * reduction;
    }

    int fullHeight() {
        return picture.height() * reduction;
    }

    double megapixels() {
        return (double) fullWidth() * fullHeight() / 1_000_000;
    }
}
