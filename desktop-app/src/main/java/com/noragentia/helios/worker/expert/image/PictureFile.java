/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a PNG or JPEG file. The only class here that touches the bytes of a member's file: type and size are checked before the first
 * pixel is decoded, metadata but the orientation of a JPEG is passed over, and whatever the decoder stumbles on is {@code
 * file-unreadable}.
 */
final class PictureFile {

    /** Larger pictures are thinned out while decoding: a page still has 250 dots an inch then. */
    private static final long MAX_DECODED_PIXELS = 12_000_000;

    /** Cameras write the orientation near the start of the file. */
    private static final int EXIF_SEARCH_BYTES = 256 * 1024;

    private final Path path;
    private final Attachment attachment;

    PictureFile(Path path, Attachment attachment) {
        this.path = path;
        this.attachment = attachment;
    }

    /**
     * @throws ProblemException if it is empty, not what its name says, too large, or broken
     * @throws InterruptedException if the thread was interrupted, which ends the decoding
     */
    DecodedPicture decode() throws InterruptedException {
        try {
            checkType();
            BufferedImage image;
            int reduction;
            ImageReader reader = ImageFormat.of(attachment.type())
                    .orElseThrow(() -> problem(ProblemCode.FILE_TYPE_UNSUPPORTED, "the file is not a picture"))
                    .newReader();
            try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
                reader.setInput(in, true, true);
                checkSize(reader.getWidth(0), reader.getHeight(0));
                reduction = reductionFor((long) reader.getWidth(0) * reader.getHeight(0));
                ImageReadParam every = reader.getDefaultReadParam();
                every.setSourceSubsampling(reduction, reduction, 0, 0);
                reader.addIIOReadProgressListener(new AbortWhenInterrupted());
                image = reader.read(0, every);
            } finally {
                reader.dispose();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while decoding");
            }
            return new DecodedPicture(orientation().apply(onWhite(image)), reduction);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw problem(ProblemCode.FILE_UNREADABLE, "the picture cannot be decoded");
        }
    }

    private void checkType() throws IOException {
        if (Files.size(path) == 0) {
            throw problem(ProblemCode.ATTACHMENT_EMPTY, "the picture has no bytes");
        }
        if (!attachment.type().matches(head(FileType.MAGIC_BYTES))) {
            throw problem(ProblemCode.FILE_TYPE_MISMATCH, "the picture is not of the type its name says");
        }
    }

    private void checkSize(int width, int height) {
        if (Limit.IMAGE_SIDE_PIXELS.isPassedBy(Math.max(width, height))) {
            throw tooLarge(Limit.IMAGE_SIDE_PIXELS);
        }
        if (Limit.IMAGE_PIXELS.isPassedBy((long) width * height)) {
            throw tooLarge(Limit.IMAGE_PIXELS);
        }
    }

    private static int reductionFor(long pixels) {
        return (int) Math.ceil(Math.sqrt((double) pixels / MAX_DECODED_PIXELS));
    }

    private Orientation orientation() throws IOException {
        return attachment.type() == FileType.JPEG ? ExifOrientation.in(head(EXIF_SEARCH_BYTES)) : Orientation.UPRIGHT;
    }

    private byte[] head(int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(bytes);
        }
    }

    /** What shows through is paper; colours of any depth become eight bits each. Printing inks (CMYK) need a JDK newer than 21. */
    private static Picture onWhite(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        int[] pixels = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
        // The unused byte of each is not always zero.
        Arrays.setAll(pixels, i -> pixels[i] & 0xFFFFFF);
        return new Picture(plain.getWidth(), plain.getHeight(), pixels);
    }

    private ProblemException tooLarge(Limit limit) {
        return new ProblemException(
                limit.problem(),
                "the picture passes " + limit,
                Map.of("file", attachment.name(), "limit", String.valueOf(limit.value())));
    }

    private ProblemException problem(ProblemCode code, String detail) {
        return new ProblemException(code, detail, Map.of("file", attachment.name()));
    }
}
