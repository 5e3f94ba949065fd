/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** PDF files as a scanner makes them: a picture a page, of paper that lay a little askew, with a little noise. */
public final class Scans {

    private static final int DOTS_PER_INCH = 200;
    private static final int WIDTH = (int) (PDRectangle.A4.getWidth() / 72 * DOTS_PER_INCH);
    private static final int HEIGHT = (int) (PDRectangle.A4.getHeight() / 72 * DOTS_PER_INCH);
    private static final int MARGIN = 200;
    private static final int NOISE = 8;

    private Scans() {}

    /**
     * A page.
     *
     * @param font null for one whose text is text
     * @param stamp text that the scanner put on the picture as text; empty for none
     */
    public record Page(Font font, double degrees, String stamp, List<String> lines) {

        public static Page of(String family, int points, double degrees, String... lines) {
            int pixels = points * DOTS_PER_INCH / 72;
            return new Page(new Font(family, Font.PLAIN, pixels), degrees, "", List.of(lines));
        }

        Page stamped(String words) {
            return new Page(font, degrees, words, lines);
        }
    }

    /** A page of text, not a picture. */
    public static Page text(String... lines) {
        return new Page(new Font(Font.SANS_SERIF, Font.PLAIN, 0), 0, "", List.of(lines));
    }

    public static Path ofPages(Path file, Page... pages) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);
        try (PDDocument pdf = new PDDocument()) {
            for (Page page : pages) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                pdf.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
                    if (page.font().getSize() == 0) {
                        write(content, page.lines(), 700);
                        continue;
                    }
                    content.drawImage(
                            JPEGFactory.createFromImage(pdf, picture(page, random), 0.8f),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                    write(content, List.of(page.stamp()), 20);
                }
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private static void write(PDPageContentStream content, List<String> lines, float top) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.newLineAtOffset(72, top - 14 * i);
            content.showText(lines.get(i));
            content.endText();
        }
    }

    private static BufferedImage picture(Page page, RandomGenerator random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.rotate(Math.toRadians(page.degrees()), WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setFont(page.font());
        int step = page.font().getSize() * 3 / 2;
        for (int i = 0; i < page.lines().size(); i++) {
            graphics.drawString(page.lines().get(i), MARGIN, MARGIN + (i + 1) * step);
        }
        graphics.dispose();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = image.getRaster().getSample(x, y, 0) + random.nextInt(-NOISE, NOISE + 1);
                image.getRaster().setSample(x, y, 0, Math.clamp(grey, 0, 255));
            }
        }
        return image;
    }
}
