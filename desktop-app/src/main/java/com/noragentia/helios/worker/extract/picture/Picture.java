/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Pixels as people are meant to see them.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb 0xRRGGBB, row by row; given away, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are never compared
public record Picture(int width, int height, int[] rgb) {

    /** The pixels of an image of eight bits a colour without transparency, which it then shares. */
    public static Picture of(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_INT_RGB) {
            throw new IllegalArgumentException("pixels of another kind: " + image.getType());
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        // The unused byte of each is not always zero.
        Arrays.setAll(pixels, i -> pixels[i] & 0xFFFFFF);
        return new Picture(image.getWidth(), image.getHeight(), pixels);
    }

    /** Half as wide and high, each pixel the mean of four: without it, shrinking further would drop thin strokes. */
    public Picture halved() {
        int halfWidth = Math.max(1, width / 2);
        int halfHeight = Math.max(1, height / 2);
        int[] half = new int[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            int upper = Math.min(2 * y, height - 1) * width;
            int lower = Math.min(2 * y + 1, height - 1) * width;
            for (int x = 0; x < halfWidth; x++) {
                int left = Math.min(2 * x, width - 1);
                int right = Math.min(2 * x + 1, width - 1);
                half[y * halfWidth + x] =
                        mean(rgb[upper + left], rgb[upper + right], rgb[lower + left], rgb[lower + right]);
            }
        }
        return new Picture(halfWidth, halfHeight, half);
    }

    private static int mean(int a, int b, int c, int d) {
        int redBlue = ((a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF)) >>> 2 & 0xFF00FF;
        int green = ((a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00)) >>> 2 & 0xFF00;
        return redBlue | green;
    }
}
