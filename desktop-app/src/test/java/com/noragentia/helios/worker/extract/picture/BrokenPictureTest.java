/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that end early, claim too much, or were changed on their way. */
final class BrokenPictureTest extends PictureFileFixture {

    private static final int IHDR_WIDTH_AT = 16;

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
}
