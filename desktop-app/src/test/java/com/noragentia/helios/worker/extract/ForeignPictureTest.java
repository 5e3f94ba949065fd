/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures through the child process: what it sees is what was drawn. Hostile ones: {@link HostileFileTest}. */
final class ForeignPictureTest extends ForeignFileFixture {

    @Test
    void every_pixel_comes_out_as_it_was_drawn() throws Exception {
        BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 37 * 23; i++) {
            image.setRGB(i % 37, i / 37, i * 7_919);
        }

        DecodedPicture seen = extractor.picture(write(encoded(image, "png")), FileType.PNG, "a.png");

        assertThat(seen.reduction()).isEqualTo(1);
        assertThat(seen.picture().width()).isEqualTo(37);
        assertThat(seen.picture().rgb()).isEqualTo(expected(image));
    }

    @Test
    void a_large_picture_is_thinned_out() throws Exception {
        BufferedImage image = new BufferedImage(6_000, 4_000, BufferedImage.TYPE_BYTE_BINARY);

        DecodedPicture seen = extractor.picture(write(encoded(image, "png")), FileType.PNG, "a.png");

        assertThat(seen.reduction()).isEqualTo(2);
        assertThat(seen.fullWidth()).isEqualTo(6_000);
        assertThat(seen.megapixels()).isEqualTo(24.0);
    }

    private static int[] expected(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Arrays.setAll(rgb, i -> rgb[i] & 0xFFFFFF);
        return rgb;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
