/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way up a photo is. */
final class PhotoOrientationTest extends PictureFileFixture {

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

    private static String nearestCorner(int rgb) {
        boolean red = (rgb >> 16 & 0xFF) > 128;
        boolean green = (rgb >> 8 & 0xFF) > 128;
        boolean blue = (rgb & 0xFF) > 128;
        return red ? "TR" : green ? "BR" : blue ? "BL" : "TL";
    }
}
