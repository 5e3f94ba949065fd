/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures through the child process: what it sees is what was drawn, and a hostile one gets its problem and harms nobody. */
final class ForeignPictureTest extends ForeignFileFixture {

    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

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

    @ParameterizedTest
    @EnumSource
    void a_hostile_picture_gets_its_problem_and_the_next_is_served(Hostile hostile) throws Exception {
        Path file = write(hostile.recipe.make());

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> extractor.picture(file, hostile.type, "mine.png"));

        assertThat(problem).as("a problem").isNotNull();
        assertThat(problem.problem().code()).isEqualTo(hostile.code);
        assertThat(problem.problem().values()).containsEntry("file", "mine.png");
        assertThat(problem.getMessage()).doesNotContain("mine.png");
        assertThat(extractor
                        .picture(write(small("png")), FileType.PNG, "good.png")
                        .picture()
                        .width())
                .isEqualTo(8);
    }

    private static int[] expected(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Arrays.setAll(rgb, i -> rgb[i] & 0xFFFFFF);
        return rgb;
    }

    private static byte[] small(String format) throws IOException {
        return encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    enum Hostile {
        NO_BYTES(FileType.PNG, ProblemCode.ATTACHMENT_EMPTY, () -> new byte[0]),
        JPEG_NAMED_PNG(FileType.PNG, ProblemCode.FILE_TYPE_MISMATCH, () -> small("jpeg")),
        PNG_NAMED_JPEG(FileType.JPEG, ProblemCode.FILE_TYPE_MISMATCH, () -> small("png")),
        PROGRAM(FileType.PNG, ProblemCode.FILE_TYPE_MISMATCH, () -> new byte[] {'M', 'Z', 0, 1}),
        DOCUMENT(FileType.PDF, ProblemCode.FILE_TYPE_UNSUPPORTED, () -> new byte[] {'%', 'P', 'D', 'F', '-'}),
        HALF_A_PNG(FileType.PNG, ProblemCode.FILE_UNREADABLE, () -> Arrays.copyOf(small("png"), 40)),
        GIANT_JPEG(FileType.JPEG, ProblemCode.IMAGE_TOO_LARGE, () -> {
            byte[] jpeg = small("jpeg");
            for (int i = 2; i < jpeg.length - 9; i++) {
                if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                    Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xFF);
                }
            }
            return jpeg;
        }),
        /** Twenty-five million pixels of sixteen bits in four channels, in as few bytes as that takes, and then none of them. */
        PIXEL_BOMB(
                FileType.PNG,
                ProblemCode.IMAGE_TOO_LARGE,
                () -> png(8_192, 8_192, deflated(new byte[8_192 * 9], 8_192))),
        /** Twenty megabytes of empty notes before the picture. */
        CHUNK_FLOOD(FileType.PNG, ProblemCode.FILE_UNREADABLE, () -> {
            ByteBuffer flood = ByteBuffer.allocate(PNG_MARK.length + 25 + 1_600_000 * 13);
            flood.put(PNG_MARK).put(chunk("IHDR", header(8, 8)));
            byte[] note = chunk("tEXt", new byte[] {'a'});
            while (flood.remaining() >= note.length) {
                flood.put(note);
            }
            return Arrays.copyOf(flood.array(), flood.position());
        }),
        /** A compressed note that would fill the memory when unpacked. */
        NOTE_BOMB(FileType.PNG, ProblemCode.FILE_UNREADABLE, () -> {
            byte[] bomb = deflated(new byte[1 << 20], 1_000);
            ByteBuffer note = ByteBuffer.allocate(2 + bomb.length);
            note.put((byte) 'a').put((byte) 0).put(bomb);
            ByteBuffer file = ByteBuffer.allocate(PNG_MARK.length + 25 + note.capacity() + 12);
            file.put(PNG_MARK).put(chunk("IHDR", header(8, 8))).put(chunk("iCCP", note.array()));
            return file.array();
        });

        private final FileType type;
        private final ProblemCode code;
        private final Recipe recipe;

        Hostile(FileType type, ProblemCode code, Recipe recipe) {
            this.type = type;
            this.code = code;
            this.recipe = recipe;
        }

        private static byte[] png(int width, int height, byte[] data) {
            byte[] content = chunk("IDAT", data);
            ByteBuffer file = ByteBuffer.allocate(PNG_MARK.length + 25 + content.length + 12);
            file.put(PNG_MARK).put(chunk("IHDR", header(width, height))).put(content);
            return file.put(chunk("IEND", new byte[0])).array();
        }

        private static byte[] header(int width, int height) {
            return ByteBuffer.allocate(13)
                    .putInt(width)
                    .putInt(height)
                    .put(new byte[] {16, 6, 0, 0, 0})
                    .array();
        }

        private static byte[] chunk(String kind, byte[] data) {
            CRC32 sum = new CRC32();
            ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
            chunk.putInt(data.length)
                    .put(kind.getBytes(StandardCharsets.US_ASCII))
                    .put(data);
            sum.update(chunk.array(), 4, 4 + data.length);
            return chunk.putInt((int) sum.getValue()).array();
        }

        private static byte[] deflated(byte[] block, int times) {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] some = new byte[1 << 16];
            for (int i = 0; i < times; i++) {
                deflater.setInput(block);
                while (!deflater.needsInput()) {
                    out.write(some, 0, deflater.deflate(some));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(some, 0, deflater.deflate(some));
            }
            deflater.end();
            return out.toByteArray();
        }
    }
}
