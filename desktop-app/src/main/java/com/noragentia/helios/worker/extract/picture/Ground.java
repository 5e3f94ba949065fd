/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;

/**
 * What shows through a picture: white paper, or black where the picture was made for a dark page, since on paper nothing of it could be seen.
 */
final class Ground {

    /** Less see-through is a round corner or a shadow: all that matters can be seen on any ground. */
    private static final double MOSTLY_OPAQUE = 0.9;
    /** Of what can be seen, 1 being white: paler than that leaves too little contrast on paper. */
    private static final double PALE = 0.75;

    private static final int OPAQUE = 255;

    private Ground() {}

    /** The picture without transparency; colours of any depth become eight bits each. Printing inks (CMYK) need a JDK newer than 21. */
    static Picture under(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, isForDarkPages(image) ? Color.BLACK : Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return Picture.of(plain);
    }

    private static boolean isForDarkPages(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (!colours.hasAlpha()) {
            return false;
        }
        double opacity = 0;
        double light = 0;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                double alpha = (double) (pixel >>> 24) / OPAQUE;
                opacity += alpha;
                light += alpha * lightness(pixel);
            }
        }
        double area = (double) image.getWidth() * image.getHeight();
        return opacity > 0 && opacity < MOSTLY_OPAQUE * area && light / opacity > PALE;
    }

    /** As the eye weighs colours (Rec. ITU-R BT.601), 0 to 1. */
    private static double lightness(int rgb) {
        return (0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF)) / OPAQUE;
    }
}
