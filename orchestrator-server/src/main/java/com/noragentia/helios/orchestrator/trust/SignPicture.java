/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Draws lines of letters, dark on light, as a PNG; each picture with its own margins, shades and grain. Pure. */
final class SignPicture {

    private static final int LEAST_MARGIN = 24;
    private static final int MOST_MARGIN = 72;
    private static final int MOST_GAP = 24;
    private static final int LEAST_PAPER = 225;
    private static final int MOST_INK = 60;
    private static final int GRAIN = 5;
    private static final int WHITE = 255;

    private final Glyphs glyphs;
    private final RandomGenerator random;
    private final WritableRaster picture;
    private final int paper;
    private final int ink;

    private SignPicture(Glyphs glyphs, RandomGenerator random, WritableRaster picture) {
        this.glyphs = glyphs;
        this.random = random;
        this.picture = picture;
        this.paper = random.nextInt(LEAST_PAPER, WHITE + 1);
        this.ink = random.nextInt(MOST_INK);
    }

    static byte[] of(List<String> lines, Glyphs glyphs, RandomGenerator random) {
        int margin = random.nextInt(LEAST_MARGIN, MOST_MARGIN);
        int step = glyphs.height() + random.nextInt(MOST_GAP);
        int longest = lines.stream().mapToInt(String::length).max().orElse(1);
        BufferedImage image = new BufferedImage(
                2 * margin + longest * glyphs.width(), 2 * margin + lines.size() * step, BufferedImage.TYPE_BYTE_GRAY);
        SignPicture sign = new SignPicture(glyphs, random, image.getRaster());
        sign.fill();
        int row = random.nextInt(Glyphs.ROWS);
        for (int i = 0; i < lines.size(); i++) {
            sign.write(lines.get(i), row, margin, margin + i * step);
        }
        return png(image);
    }

    private void fill() {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setSample(x, y, 0, shade(0));
            }
        }
    }

    private void write(String line, int row, int left, int top) {
        for (int i = 0; i < line.length(); i++) {
            for (int y = 0; y < glyphs.height(); y++) {
                for (int x = 0; x < glyphs.width(); x++) {
                    int black = glyphs.ink(line.charAt(i), row, x, y);
                    picture.setSample(left + i * glyphs.width() + x, top + y, 0, shade(black));
                }
            }
        }
    }

    private int shade(int black) {
        int plain = paper + (ink - paper) * black / WHITE;
        return Math.clamp(plain + random.nextInt(-GRAIN, GRAIN + 1), 0, WHITE);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
