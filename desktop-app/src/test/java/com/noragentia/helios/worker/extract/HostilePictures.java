/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.by;
import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made to hurt. The honest ones among them are 8 by 8. */
final class HostilePictures {

    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final String SMALL = "8 × 8";
    private static final int START_OF_FRAME = 0xC0;

    private HostilePictures() {}

    static List<HostileFile> files() {
        return List.of(
                refused("empty.png", FileType.PNG, ProblemCode.ATTACHMENT_EMPTY, "no bytes", by(() -> new byte[0])),
                refused("jpeg.png", FileType.PNG, ProblemCode.FILE_TYPE_MISMATCH, "a JPEG", by(() -> small("jpeg"))),
                refused("gif.png", FileType.PNG, ProblemCode.FILE_TYPE_MISMATCH, "a GIF", by(() -> small("gif"))),
                refused(
                        "drawing.png",
                        FileType.PNG,
                        ProblemCode.FILE_TYPE_MISMATCH,
                        "an SVG that would call the web",
                        (file, trap) -> Files.writeString(
                                file,
                                "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + trap.server() + "'/></svg>")),
                refused("program.png", FileType.PNG, ProblemCode.FILE_TYPE_MISMATCH, "a Windows program", by(() ->
                        new byte[] {'M', 'Z', 0, 1})),
                refused("png.jpg", FileType.JPEG, ProblemCode.FILE_TYPE_MISMATCH, "a PNG", by(() -> small("png"))),
                refused(
                        "cut.png",
                        FileType.PNG,
                        ProblemCode.FILE_UNREADABLE,
                        "ends after 40 bytes",
                        by(() -> Arrays.copyOf(small("png"), 40))),
                refused(
                        "cut.jpg",
                        FileType.JPEG,
                        ProblemCode.FILE_UNREADABLE,
                        "ends after 100 bytes",
                        by(() -> Arrays.copyOf(small("jpeg"), 100))),
                refused(
                        "giant.jpg",
                        FileType.JPEG,
                        ProblemCode.IMAGE_TOO_LARGE,
                        "says that it is 65,535 × 65,535",
                        by(HostilePictures::giantJpeg)),
                refused(
                        "giant.png",
                        FileType.PNG,
                        ProblemCode.IMAGE_TOO_LARGE,
                        "says that it is 2,147,483,647 × 2,147,483,647, in 70 bytes",
                        by(() -> png(Integer.MAX_VALUE, Integer.MAX_VALUE, Deflated.of(new byte[9])))),
                refused(
                        "pixels.png",
                        FileType.PNG,
                        ProblemCode.IMAGE_TOO_LARGE,
                        "67 million pixels of 64 bits in 600 kB",
                        by(() -> png(8_192, 8_192, Deflated.of(new byte[8_192 * 9], 8_192)))),
                refused(
                        "thin.png",
                        FileType.PNG,
                        ProblemCode.FILE_UNREADABLE,
                        "says 5,000 × 5,000 and brings 9 bytes",
                        by(() -> png(5_000, 5_000, Deflated.of(new byte[9])))),
                refused(
                        "chunks.png",
                        FileType.PNG,
                        ProblemCode.FILE_UNREADABLE,
                        "1,600,000 empty notes before the picture",
                        by(HostilePictures::chunkFlood)),
                refused(
                        "note.png",
                        FileType.PNG,
                        ProblemCode.FILE_UNREADABLE,
                        "a note of 1 GB in 1 MB",
                        by(HostilePictures::noteBomb)),
                harmless("page.png", FileType.PNG, SMALL, "a picture and a web page in one", (file, trap) -> {
                    byte[] png = small("png");
                    byte[] page =
                            ("<html><img src='" + trap.server() + "'></html>").getBytes(StandardCharsets.US_ASCII);
                    Files.write(
                            file,
                            ByteBuffer.allocate(png.length + page.length)
                                    .put(png)
                                    .put(page)
                                    .array());
                }));
    }

    private static byte[] giantJpeg() throws IOException {
        byte[] jpeg = small("jpeg");
        for (int i = 2; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == START_OF_FRAME) {
                Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xFF);
            }
        }
        return jpeg;
    }

    private static byte[] chunkFlood() {
        ByteBuffer flood = ByteBuffer.allocate(PNG_MARK.length + 25 + 1_600_000 * 13);
        flood.put(PNG_MARK).put(chunk("IHDR", header(8, 8)));
        byte[] note = chunk("tEXt", new byte[] {'a'});
        while (flood.remaining() >= note.length) {
            flood.put(note);
        }
        return Arrays.copyOf(flood.array(), flood.position());
    }

    private static byte[] noteBomb() {
        byte[] bomb = Deflated.of(new byte[1 << 20], 1_000);
        ByteBuffer note = ByteBuffer.allocate(2 + bomb.length);
        note.put((byte) 'a').put((byte) 0).put(bomb);
        ByteBuffer file = ByteBuffer.allocate(PNG_MARK.length + 25 + note.capacity() + 12);
        return file.put(PNG_MARK)
                .put(chunk("IHDR", header(8, 8)))
                .put(chunk("iCCP", note.array()))
                .array();
    }

    private static byte[] small(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out)) {
            throw new IOException("no writer of " + format);
        }
        return out.toByteArray();
    }

    private static byte[] png(int width, int height, byte[] data) {
        byte[] content = chunk("IDAT", data);
        ByteBuffer file = ByteBuffer.allocate(PNG_MARK.length + 25 + content.length + 12);
        file.put(PNG_MARK).put(chunk("IHDR", header(width, height))).put(content);
        return file.put(chunk("IEND", new byte[0])).array();
    }

    /** Sixteen bits in each of four channels. */
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
        chunk.putInt(data.length).put(kind.getBytes(StandardCharsets.US_ASCII)).put(data);
        sum.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
