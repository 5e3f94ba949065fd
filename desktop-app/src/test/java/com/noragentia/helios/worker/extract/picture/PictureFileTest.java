/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {

    private static final int IHDR_WIDTH_AT = 16;

    /** The segment APP14 by which printing software says that four channels are inks. */
    private static final byte[] ADOBE = HexFormat.of().parseHex("ffee000e41646f62650064000000000000");

    @TempDir
    private Path folder;

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

    @ParameterizedTest
    @CsvSource({"1, TL", "2, TR", "3, BR", "4, BL", "5, TL", "6, BL", "7, BR", "8, TR"})
    void every_orientation_puts_the_right_corner_at_the_top_left(int orientation, String cornerOfTheFile)
            throws IOException {
        DecodedPicture decoded = decode(ExifJpeg.of(fourCorners(), orientation), FileType.JPEG);

        int topLeft = decoded.picture().rgb()[8 * decoded.picture().width() + 8];
        assertThat(nearestCorner(topLeft)).isEqualTo(cornerOfTheFile);
        assertThat(decoded.picture().width() > decoded.picture().height()).isEqualTo(orientation < 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255, 65535})
    void an_orientation_nobody_defined_is_upright(int orientation) throws IOException {
        DecodedPicture decoded = decode(ExifJpeg.of(fourCorners(), orientation), FileType.JPEG);

        assertThat(nearestCorner(decoded.picture().rgb()[0])).isEqualTo("TL");
    }

    @Test
    void twisted_metadata_never_breaks_the_search() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        byte[] head = new byte[38];
        head[0] = (byte) 0xFF;
        head[1] = (byte) 0xD8;
        for (int round = 0; round < 5_000; round++) {
            System.arraycopy(ExifJpeg.segment(6), 0, head, 2, 36);
            for (int i = 0; i < 4; i++) {
                head[2 + random.nextInt(36)] = (byte) random.nextInt();
            }
            assertThat(JpegHead.in(Arrays.copyOf(head, random.nextInt(39)))).isNotNull();
        }
        assertThat(JpegHead.in(new byte[0]).orientation()).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void a_file_that_is_no_picture_by_its_type_is_told_so() {
        assertRefused(new byte[] {'h', 'i'}, FileType.TEXT, ProblemCode.FILE_TYPE_UNSUPPORTED);
    }

    @Test
    void a_png_that_ends_early_is_unreadable() throws IOException {
        byte[] whole = encoded(fourCorners(), "png");

        for (int length : new int[] {8, 20, 33, 50, whole.length / 2}) {
            assertRefused(Arrays.copyOf(whole, length), FileType.PNG, ProblemCode.FILE_UNREADABLE);
        }
    }

    @Test
    void a_jpeg_of_which_only_the_start_is_there_is_unreadable() throws IOException {
        byte[] whole = encoded(fourCorners(), "jpeg");

        for (int length : new int[] {3, 20, 100}) {
            assertRefused(Arrays.copyOf(whole, length), FileType.JPEG, ProblemCode.FILE_UNREADABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_jpeg_that_ends_early_is_unreadable(boolean inPasses) throws IOException {
        byte[] whole = jpeg(inPasses);

        for (int length : new int[] {whole.length / 2, whole.length * 3 / 4, whole.length - 8}) {
            assertRefused(Arrays.copyOf(whole, length), FileType.JPEG, ProblemCode.FILE_UNREADABLE);
        }
    }

    @Test
    void a_jpeg_that_lacks_only_its_end_mark_is_whole() throws IOException {
        byte[] whole = jpeg(false);

        assertThat(decode(Arrays.copyOf(whole, whole.length - 2), FileType.JPEG)
                        .picture()
                        .rgb())
                .isEqualTo(decode(whole, FileType.JPEG).picture().rgb());
    }

    @ParameterizedTest
    @CsvSource({"65535, 65535", "2147483647, 2147483647", "8193, 1", "1, 8193", "8000, 8000"})
    void a_header_that_claims_too_much_is_refused_before_decoding(int width, int height) throws IOException {
        assertRefused(claiming(width, height), FileType.PNG, ProblemCode.IMAGE_TOO_LARGE);
    }

    @Test
    void a_header_that_claims_nothing_is_unreadable() throws IOException {
        assertRefused(claiming(0, 10), FileType.PNG, ProblemCode.FILE_UNREADABLE);
        assertRefused(claiming(-1, 10), FileType.PNG, ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void printing_colours_are_read_or_refused_but_never_break() throws IOException {
        byte[] unmarked = fourInks();
        byte[] marked = ByteBuffer.allocate(unmarked.length + ADOBE.length)
                .put(unmarked, 0, 2)
                .put(ADOBE)
                .put(unmarked, 2, unmarked.length - 2)
                .array();

        decodeOrRefuse(unmarked, FileType.JPEG);
        decodeOrRefuse(marked, FileType.JPEG);
    }

    @Test
    void noise_in_a_file_is_read_or_refused_but_never_breaks() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] whole = encoded(fourCorners(), format);
            for (int round = 0; round < 200; round++) {
                byte[] noisy = whole.clone();
                for (int i = 0; i < 6; i++) {
                    noisy[16 + random.nextInt(noisy.length - 16)] = (byte) random.nextInt();
                }
                decodeOrRefuse(noisy, format.equals("png") ? FileType.PNG : FileType.JPEG);
            }
        }
    }

    private void decodeOrRefuse(byte[] file, FileType type) throws IOException {
        try {
            assertThat(decode(file, type).picture().width()).isPositive();
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isIn(ProblemCode.FILE_UNREADABLE, ProblemCode.IMAGE_TOO_LARGE);
        }
    }

    private void assertRefused(byte[] file, FileType type, ProblemCode code) {
        assertThatThrownBy(() -> decode(file, type))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    /** As the child does: whatever a decoder stumbles on means that the file can't be read. */
    private DecodedPicture decode(byte[] content, FileType type) {
        try {
            return new PictureFile(Files.write(folder.resolve("blob"), content), type).decode();
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(ProblemCode.FILE_UNREADABLE, "broken");
        }
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** With something to see down to the last line. */
    private static byte[] jpeg(boolean inPasses) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(inPasses ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(speckled(), null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage speckled() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        BufferedImage image = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 96; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    /** A valid PNG header over a small picture's data. */
    private static byte[] claiming(int width, int height) throws IOException {
        byte[] png = encoded(fourCorners(), "png");
        ByteBuffer buffer = ByteBuffer.wrap(png).putInt(IHDR_WIDTH_AT, width).putInt(IHDR_WIDTH_AT + 4, height);
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        buffer.putInt(29, (int) checksum.getValue());
        return png;
    }

    private static byte[] fourInks() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(0, 32, 32, 4, null);
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

    /** Wider than high: black, red, green and blue from the top left clockwise. */
    private static BufferedImage fourCorners() {
        BufferedImage image = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(48, 0, 48, 32);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(48, 32, 48, 32);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 32, 48, 32);
        graphics.dispose();
        return image;
    }

    private static String nearestCorner(int rgb) {
        boolean red = (rgb >> 16 & 0xFF) > 128;
        boolean green = (rgb >> 8 & 0xFF) > 128;
        boolean blue = (rgb & 0xFF) > 128;
        return red ? "TR" : green ? "BR" : blue ? "BL" : "TL";
    }
}
