/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** A picture under a test's pen. */
final class Paper {

    private final BufferedImage image;

    private Paper(BufferedImage image) {
        this.image = image;
    }

    static Paper white(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return new Paper(image);
    }

    /** One line in a font, with room around it. */
    static Paper line(String text, Font font) {
        Graphics2D ruler = white(1, 1).image.createGraphics();
        int width = ruler.getFontMetrics(font).stringWidth(text);
        int height = ruler.getFontMetrics(font).getHeight();
        ruler.dispose();
        return white(width + 60, height + 60).write(text, 30, 30 + height * 3 / 4, font);
    }

    static Font sans(int pixels) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, pixels);
    }

    Paper write(String text, int x, int baseline, Font font) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.setFont(font);
        graphics.drawString(text, x, baseline);
        graphics.dispose();
        return this;
    }

    Paper turned(double degrees) {
        double angle = Math.toRadians(degrees);
        double sine = Math.abs(Math.sin(angle));
        double cosine = Math.abs(Math.cos(angle));
        int width = (int) Math.ceil(image.getWidth() * cosine + image.getHeight() * sine - 1e-9);
        int height = (int) Math.ceil(image.getWidth() * sine + image.getHeight() * cosine - 1e-9);
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.rotate(angle);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Paper turned = white(width, height);
        Graphics2D graphics = turned.image.createGraphics();
        graphics.drawImage(image, new AffineTransformOp(turn, AffineTransformOp.TYPE_BICUBIC), 0, 0);
        graphics.dispose();
        return turned;
    }

    /** Adds noise of a standard deviation, in steps of 0 to 255, to each colour. */
    Paper noisy(RandomGenerator random, double deviation) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                image.setRGB(
                        x,
                        y,
                        shifted(rgb >> 16, random, deviation) << 16
                                | shifted(rgb >> 8, random, deviation) << 8
                                | shifted(rgb, random, deviation));
            }
        }
        return this;
    }

    BufferedImage image() {
        return image;
    }

    DecodedPicture decoded() {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new DecodedPicture(new Picture(image.getWidth(), image.getHeight(), rgb), 1);
    }

    private static int shifted(int value, RandomGenerator random, double deviation) {
        return Math.clamp(Math.round((value & 0xFF) + random.nextGaussian() * deviation), 0, 255);
    }
}
