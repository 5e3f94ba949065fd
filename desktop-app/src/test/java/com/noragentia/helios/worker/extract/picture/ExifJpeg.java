/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** JPEG files with an orientation, as cameras write them. */
public final class ExifJpeg {

    private static final int START_OF_IMAGE_BYTES = 2;

    private ExifJpeg() {}

    public static byte[] of(BufferedImage image, int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", plain);
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(plain.toByteArray(), 0, START_OF_IMAGE_BYTES);
        tagged.writeBytes(segment(orientation));
        tagged.write(plain.toByteArray(), START_OF_IMAGE_BYTES, plain.size() - START_OF_IMAGE_BYTES);
        return tagged.toByteArray();
    }

    /** APP1 with a big-endian TIFF directory of one entry: tag 0x112, type SHORT, one value. */
    static byte[] segment(int orientation) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
