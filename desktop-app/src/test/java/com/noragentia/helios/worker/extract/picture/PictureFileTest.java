/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** What colours become, whatever depth, transparency or inks a file has; and which picture of several. */
final class PictureFileTest extends PictureFileFixture {

    /** The segment APP14 by which printing software says that four channels are inks, and how much of each is missing. */
    private static final byte[] ADOBE = HexFormat.of().parseHex("ffee000e41646f62650064000000000000");

    /** Cyan, magenta, yellow and black as such software writes them: 255 is none. */
    private static final int[] RED_INKS = {255, 0, 0, 255};

    private static final int AFTER_HEADER = 33;

    @Test
    void white_writing_on_nothing_is_seen_on_a_dark_ground() throws IOException {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0xFFF8F8F8);

        assertThat(decode(encoded(image, "png"), FileType.PNG).picture().rgb())
                .containsExactly(0x000000, 0xF8F8F8, 0x000000, 0x000000);
    }

    @Test
    void a_window_with_round_corners_stays_on_paper() throws IOException {
        BufferedImage image = new BufferedImage(40, 1, BufferedImage.TYPE_INT_ARGB);
        for (int x = 1; x < 40; x++) {
            image.setRGB(x, 0, 0xFFF8F8F8);
        }

        assertThat(decode(encoded(image, "png"), FileType.PNG).picture().rgb()[0])
                .isEqualTo(0xFFFFFF);
    }

    @Test
    void what_shows_through_is_white() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00000000);
        image.setRGB(1, 0, 0xFF102030);

        assertThat(decode(encoded(image, "png"), FileType.PNG).picture().rgb()).containsExactly(0xFFFFFF, 0x102030);
    }

    @Test
    void sixteen_bits_become_eight() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(1, 0, 0, 0xFFFF);

        assertThat(decode(encoded(image, "png"), FileType.PNG).picture().rgb()).containsExactly(0, 0xFFFFFF);
    }

    @Test
    void black_and_white_and_indexed_colours_are_read() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED}) {
            BufferedImage image = new BufferedImage(2, 1, type);
            image.setRGB(1, 0, 0xFFFFFFFF);

            assertThat(decode(encoded(image, "png"), FileType.PNG).picture().rgb())
                    .containsExactly(0, 0xFFFFFF);
        }
    }

    @Test
    void a_red_of_printing_inks_stays_red() throws IOException {
        byte[] inks = inked(RED_INKS);
        byte[] file = ByteBuffer.allocate(inks.length + ADOBE.length)
                .put(inks, 0, 2)
                .put(ADOBE)
                .put(inks, 2, inks.length - 2)
                .array();

        int[] rgb = decode(file, FileType.JPEG).picture().rgb();

        assertThat(rgb).hasSize(32 * 32);
        for (int pixel : rgb) {
            assertThat(pixel >> 16 & 0xFF).as("red").isGreaterThan(200);
            assertThat(pixel >> 8 & 0xFF).as("green").isLessThan(70);
            assertThat(pixel & 0xFF).as("blue").isLessThan(70);
        }
    }

    /** An animation is the picture that programs show which know nothing of animations. */
    @Test
    void of_an_animated_picture_the_first_one_is_read() throws IOException {
        byte[] first = encoded(plain(Color.RED), "png");
        byte[] second = encoded(plain(Color.BLUE), "png");

        int[] rgb = decode(animated(first, second), FileType.PNG).picture().rgb();

        assertThat(rgb).hasSize(8 * 8).containsOnly(0xFF0000);
    }

    private static BufferedImage plain(Color colour) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();
        return image;
    }

    /** Two pictures of one size as an animated PNG: chunks acTL, fcTL and fdAT of the third edition of the PNG specification. */
    private static byte[] animated(byte[] first, byte[] second) {
        byte[] control =
                chunk("acTL", ByteBuffer.allocate(8).putInt(2).putInt(0).array());
        byte[] content = content(second);
        byte[] data = chunk(
                "fdAT",
                ByteBuffer.allocate(4 + content.length).putInt(2).put(content).array());
        int end = first.length - 12;
        return ByteBuffer.allocate(first.length + control.length + 2 * frame(0).length + data.length)
                .put(first, 0, AFTER_HEADER)
                .put(control)
                .put(frame(0))
                .put(first, AFTER_HEADER, end - AFTER_HEADER)
                .put(frame(1))
                .put(data)
                .put(first, end, 12)
                .array();
    }

    private static byte[] frame(int sequence) {
        return chunk(
                "fcTL",
                ByteBuffer.allocate(26)
                        .putInt(sequence)
                        .putInt(8)
                        .putInt(8)
                        .putLong(0)
                        .putShort((short) 1)
                        .putShort((short) 10)
                        .putShort((short) 0)
                        .array());
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    /** What stands in the one IDAT chunk of a small picture. */
    private static byte[] content(byte[] png) {
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT");
        byte[] content = new byte[ByteBuffer.wrap(png).getInt(at - 4)];
        ByteBuffer.wrap(png).get(at + 4, content);
        return content;
    }

    private static byte[] inked(int[] colour) throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(0, 32, 32, 4, null);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                inks.setPixel(x, y, colour);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
