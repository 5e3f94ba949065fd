/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.FloatTensor;

/**
 * Pictures of one size as a graph takes them: [count, 3, height, width], blue, green, red, each value v/255 less a mean and divided by a
 * deviation. What is not painted stays 0. Not thread-safe.
 */
final class ColourPlanes {

    private final int height;
    private final int width;
    private final float[] values;
    private final Normalisation normalisation;

    ColourPlanes(int count, int height, int width, Normalisation normalisation) {
        this.height = height;
        this.width = width;
        this.values = new float[count * 3 * height * width];
        this.normalisation = normalisation;
    }

    /**
     * Paints a quad of a picture into the left {@code paintedWidth} columns of one of the pictures, over its full height.
     */
    void paint(int index, PicturePyramid source, Quad quad, int paintedWidth) {
        paint(index, source, quad, 0, 0, paintedWidth, height);
    }

    /** Paints a quad of a picture into a rectangle of one of the pictures, interpolating between pixels. */
    void paint(int index, PicturePyramid source, Quad quad, int left, int top, int paintedWidth, int paintedHeight) {
        int level = PicturePyramid.levelFor(paintedHeight / Math.max(1, quad.height()));
        Picture picture = source.level(level);
        Point origin = quad.topLeft().scaled(1.0 / (1 << level));
        Point right = quad.topRight().scaled(1.0 / (1 << level));
        Point down = quad.bottomLeft().scaled(1.0 / (1 << level));
        double rightX = (right.x() - origin.x()) / paintedWidth;
        double rightY = (right.y() - origin.y()) / paintedWidth;
        double downX = (down.x() - origin.x()) / paintedHeight;
        double downY = (down.y() - origin.y()) / paintedHeight;
        for (int y = 0; y < paintedHeight; y++) {
            int row = (top + y) * width + left;
            for (int x = 0; x < paintedWidth; x++) {
                double sourceX = origin.x() + (x + 0.5) * rightX + (y + 0.5) * downX - 0.5;
                double sourceY = origin.y() + (x + 0.5) * rightY + (y + 0.5) * downY - 0.5;
                put(index, row + x, picture, sourceX, sourceY);
            }
        }
    }

    FloatTensor tensor() {
        return new FloatTensor(values, values.length / (3L * height * width), 3, height, width);
    }

    private void put(int index, int offset, Picture picture, double x, double y) {
        double insideX = Math.max(0, Math.min(picture.width() - 1, x));
        double insideY = Math.max(0, Math.min(picture.height() - 1, y));
        int left = (int) insideX;
        int top = (int) insideY;
        int right = Math.min(left + 1, picture.width() - 1);
        int bottom = Math.min(top + 1, picture.height() - 1);
        float toRight = (float) (insideX - left);
        float toBottom = (float) (insideY - top);
        int[] rgb = picture.rgb();
        int a = rgb[top * picture.width() + left];
        int b = rgb[top * picture.width() + right];
        int c = rgb[bottom * picture.width() + left];
        int d = rgb[bottom * picture.width() + right];
        int plane = height * width;
        int at = index * 3 * plane + offset;
        for (int channel = 0; channel < 3; channel++) {
            int shift = 8 * channel;
            float above = mix(a >>> shift & 0xFF, b >>> shift & 0xFF, toRight);
            float below = mix(c >>> shift & 0xFF, d >>> shift & 0xFF, toRight);
            values[at + channel * plane] = normalisation.of(channel, mix(above, below, toBottom));
        }
    }

    private static float mix(float from, float to, float share) {
        return from + (to - from) * share;
    }
}
