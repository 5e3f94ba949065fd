/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a PNG or JPEG file: its size is checked before the first pixel is decoded, metadata but the orientation of a JPEG is passed over.
 */
public final class PictureFile {

    /** Larger pictures are thinned out while decoding: a page still has 250 dots an inch then. */
    public static final long MAX_DECODED_PIXELS = 12_000_000;

    /** Cameras write size and orientation near the start of the file. */
    private static final int HEAD_BYTES = 256 * 1024;

    /** How the decoder says that lines at the bottom are missing; a file that lacks no more than its end mark is whole. */
    private static final String ENDS_EARLY = "premature end of data";

    private final Path path;
    private final FileType type;

    public PictureFile(Path path, FileType type) {
        this.path = path;
        this.type = type;
    }

    /**
     * @throws ProblemException if it is no picture by its type, or too large
     * @throws IOException if it is broken or ends early; a decoder may throw any unchecked exception for the same reason
     */
    public DecodedPicture decode() throws IOException {
        JpegHead head = head();
        checkSize(head.width(), head.height());
        ImageReader reader = ImageFormat.of(type)
                .orElseThrow(() -> new ProblemException(ProblemCode.FILE_TYPE_UNSUPPORTED, "no picture: " + type))
                .newReader();
        try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            int reduction = reductionFor((long) reader.getWidth(0) * reader.getHeight(0));
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(reduction, reduction, 0, 0);
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            BufferedImage image = reader.read(0, every);
            if (warnings.stream().anyMatch(warning -> warning.contains(ENDS_EARLY))) {
                throw new IOException("the picture ends early");
            }
            return new DecodedPicture(head.orientation().apply(Ground.under(image)), reduction);
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(int width, int height) {
        check(Limit.IMAGE_SIDE_PIXELS, Math.max(width, height));
        check(Limit.IMAGE_PIXELS, (long) width * height);
    }

    private static void check(Limit limit, long actual) {
        if (limit.isPassedBy(actual)) {
            throw new ProblemException(limit.problem(), "the picture passes " + limit);
        }
    }

    private static int reductionFor(long pixels) {
        return (int) Math.ceil(Math.sqrt((double) pixels / MAX_DECODED_PIXELS));
    }

    private JpegHead head() throws IOException {
        if (type != FileType.JPEG) {
            return new JpegHead(Orientation.UPRIGHT, 0, 0);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return JpegHead.in(in.readNBytes(HEAD_BYTES));
        }
    }
}
