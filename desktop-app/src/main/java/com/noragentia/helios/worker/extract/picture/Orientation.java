/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

/** How a camera held what it saw: the eight values of the Exif tag Orientation (CIPA DC-008, 4.6.4.A), in their order. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF_TURNED(false, true, true),
    HALF_TURNED_AND_MIRRORED(false, false, true),
    TRANSPOSED(true, false, false),
    /** To be turned a quarter clockwise for showing. */
    LEFT_SIDE_DOWN(true, false, true),
    TRANSVERSED(true, true, true),
    /** To be turned a quarter counter-clockwise for showing. */
    RIGHT_SIDE_DOWN(true, true, false);

    private final boolean axesSwapped;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean axesSwapped, boolean fromRight, boolean fromBottom) {
        this.axesSwapped = axesSwapped;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** The orientation of a tag's value; upright for one that is not defined. */
    static Orientation ofTag(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }

    /** The picture as it is meant to be seen. */
    Picture apply(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = axesSwapped ? stored.height() : stored.width();
        int height = axesSwapped ? stored.width() : stored.height();
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = axesSwapped ? y : x;
                int row = axesSwapped ? x : y;
                int sourceX = fromRight ? stored.width() - 1 - column : column;
                int sourceY = fromBottom ? stored.height() - 1 - row : row;
                rgb[y * width + x] = stored.rgb()[sourceY * stored.width() + sourceX];
            }
        }
        return new Picture(width, height, rgb);
    }
}
