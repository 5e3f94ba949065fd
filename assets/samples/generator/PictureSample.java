/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws black lines of text on white. A script line {@code !40} sets the size in pixels; a blank line is a gap. */
final class PictureSample {

    private static final int WIDTH = 960;
    private static final int MARGIN = 48;
    private static final float LINE_HEIGHT = 1.6f;
    private static final float JPEG_QUALITY = 0.9f;

    private PictureSample() {}

    static void write(List<String> script, Path target) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, heightOf(script), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        draw(script, pen);
        pen.dispose();
        if (target.toString().endsWith(".png")) {
            ImageIO.write(picture, "png", target.toFile());
        } else {
            writeJpeg(picture, target);
        }
    }

    /** The text of a picture: its lines, top to bottom, without sizes and gaps. */
    static String textOf(List<String> script) {
        return String.join("\n", script.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("!"))
                .toList());
    }

    private static void draw(List<String> script, Graphics2D pen) {
        int size = 0;
        float baseline = MARGIN;
        for (String line : script) {
            if (line.startsWith("!")) {
                size = Integer.parseInt(line.substring(1));
                pen.setFont(new Font("DejaVu Sans", Font.PLAIN, size));
            } else {
                baseline += heightOf(line, size);
                if (pen.getFontMetrics().stringWidth(line) > WIDTH - 2 * MARGIN) {
                    throw new IllegalStateException("too wide for the picture: " + line);
                }
                pen.drawString(line, MARGIN, baseline - size * (LINE_HEIGHT - 1) / 2);
            }
        }
    }

    private static int heightOf(List<String> script) {
        int size = 0;
        float height = 2 * MARGIN;
        for (String line : script) {
            if (line.startsWith("!")) {
                size = Integer.parseInt(line.substring(1));
            } else {
                height += heightOf(line, size);
            }
        }
        return Math.round(height);
    }

    private static float heightOf(String line, int size) {
        return size * (line.isBlank() ? 0.6f : LINE_HEIGHT);
    }

    private static void writeJpeg(BufferedImage picture, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
        Files.deleteIfExists(target);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(target.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
