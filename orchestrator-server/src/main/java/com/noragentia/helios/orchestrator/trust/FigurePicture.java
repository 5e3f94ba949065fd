/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Paints figures as a PNG: edges are smooth, the ground grows lighter to one side, and each picture has its own shades and grain. Pure. */
final class FigurePicture {

    private static final int CHANNELS = 3;
    private static final int WHITE = 255;
    /** A pixel is looked at in so many places across and down. */
    private static final int LOOKS = 4;
    /** Over how many pixels an edge runs. */
    private static final double SOFTNESS = 1.2;

    private static final int SHADE = 6;
    private static final double SLOPE = 20;
    private static final double MOST_GRAIN = 5;

    private final int width;
    private final int height;
    private final double[] picture;
    private final RandomGenerator random;

    private FigurePicture(FigureScene scene, RandomGenerator random) {
        this.width = scene.width();
        this.height = scene.height();
        this.picture = new double[width * height * CHANNELS];
        this.random = random;
    }

    static byte[] of(FigureScene scene, RandomGenerator random) {
        FigurePicture picture = new FigurePicture(scene, random);
        picture.fill(picture.shaded(scene.ground().rgb()));
        scene.figures()
                .forEach(figure -> picture.paint(
                        figure.outline(), picture.shaded(figure.colour().rgb())));
        return picture.png(random.nextDouble(MOST_GRAIN));
    }

    private double[] shaded(int[] rgb) {
        double[] shaded = new double[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            shaded[channel] = rgb[channel] + random.nextDouble(-SHADE, SHADE);
        }
        return shaded;
    }

    private void fill(double[] ground) {
        double across = random.nextDouble(-SLOPE, SLOPE) / 2;
        double down = random.nextDouble(-SLOPE, SLOPE) / 2;
        for (int i = 0; i < picture.length; i++) {
            int pixel = i / CHANNELS;
            int x = pixel % width;
            int y = pixel / width;
            double slope = across * x / width + down * y / height - (across + down) / 2;
            picture[i] = ground[i % CHANNELS] + slope;
        }
    }

    private void paint(Shape outline, double[] rgb) {
        Rectangle2D box = outline.getBounds2D();
        for (int y = Math.max(0, (int) box.getMinY() - 1); y < Math.min(height, box.getMaxY() + 2); y++) {
            for (int x = Math.max(0, (int) box.getMinX() - 1); x < Math.min(width, box.getMaxX() + 2); x++) {
                double cover = cover(outline, x, y);
                int first = (y * width + x) * CHANNELS;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    picture[first + channel] += cover * (rgb[channel] - picture[first + channel]);
                }
            }
        }
    }

    /** How much of a pixel a figure covers, 0 to 1. */
    private static double cover(Shape outline, int x, int y) {
        int inside = 0;
        for (int look = 0; look < LOOKS * LOOKS; look++) {
            int row = look / LOOKS;
            double right = ((look % LOOKS + 0.5) / LOOKS - 0.5) * SOFTNESS;
            double low = ((row + 0.5) / LOOKS - 0.5) * SOFTNESS;
            inside += outline.contains(x + 0.5 + right, y + 0.5 + low) ? 1 : 0;
        }
        return inside / (double) (LOOKS * LOOKS);
    }

    private byte[] png(double grain) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.length; i++) {
            long value = Math.round(picture[i] + grain * random.nextGaussian());
            int pixel = i / CHANNELS;
            image.getRaster().setSample(pixel % width, pixel / width, i % CHANNELS, Math.clamp(value, 0, WHITE));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
