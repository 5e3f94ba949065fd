/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.PagePicture;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.extract.picture.PictureFile;
import com.noragentia.helios.worker.extract.sound.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What is too large for a line of JSON: pixels (four bytes each, 0xRRGGBB) or samples (two bytes each), little-endian, in a file that the
 * child leaves in its room. Whoever reads it believes nothing that the child says of it.
 *
 * @param room of the child
 */
record ResultFile(Path room) {

    private static final String NAME = "result";

    static ResultFile ofThisProcess() {
        return new ResultFile(Path.of(""));
    }

    Path path() {
        return room.resolve(NAME);
    }

    void write(Picture picture) throws IOException {
        ByteBuffer row = ByteBuffer.allocate(picture.width() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel file = FileChannel.open(path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int y = 0; y < picture.height(); y++) {
                row.clear().asIntBuffer().put(picture.rgb(), y * picture.width(), picture.width());
                while (row.hasRemaining()) {
                    file.write(row);
                }
            }
        }
    }

    /** Empty if the file is not of the size that was said, or more than a child may give. */
    Optional<DecodedPicture> picture(ChildMessage.Drawn said) throws IOException {
        long pixels = (long) said.width() * said.height();
        boolean sane = said.width() > 0
                && said.height() > 0
                && said.reduction() > 0
                && pixels <= PictureFile.MAX_DECODED_PIXELS
                && !Limit.IMAGE_SIDE_PIXELS.isPassedBy(Math.max(
                        (long) said.width() * said.reduction() - said.reduction(),
                        (long) said.height() * said.reduction() - said.reduction()));
        return sane
                ? pixels(said.width(), said.height()).map(picture -> new DecodedPicture(picture, said.reduction()))
                : Optional.empty();
    }

    /** Empty if the file is not of the size that was said, or more than a child may give. */
    Optional<PagePicture> page(ChildMessage.PageDrawn said) throws IOException {
        boolean sane = said.width() > 0
                && said.height() > 0
                && (long) said.width() * said.height() <= PictureFile.MAX_DECODED_PIXELS
                && said.dotsPerInch() > 0
                && said.dotsPerInch() <= PdfPage.DOTS_PER_INCH;
        return sane
                ? pixels(said.width(), said.height()).map(picture -> new PagePicture(picture, said.dotsPerInch()))
                : Optional.empty();
    }

    /** Empty if the file is not of this size. */
    Optional<Picture> pixels(int width, int height) throws IOException {
        return content((long) width * height * Integer.BYTES).map(content -> {
            int[] rgb = new int[width * height];
            content.asIntBuffer().get(rgb);
            return new Picture(width, height, rgb);
        });
    }

    /** Empty if the file is not of the size that was said, or more than a child may give. */
    Optional<Sound> sound(ChildMessage.Heard said) throws IOException {
        if (said.samples() <= 0 || said.samples() > SampleFile.MOST_SAMPLES) {
            return Optional.empty();
        }
        return content((long) said.samples() * Short.BYTES).map(content -> {
            short[] samples = new short[said.samples()];
            content.asShortBuffer().get(samples);
            return new Sound(samples, said.breaksOff());
        });
    }

    /** Follows no link: that could lead to any file of this computer. */
    private Optional<ByteBuffer> content(long bytes) throws IOException {
        if (!Files.isRegularFile(path(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (SeekableByteChannel file =
                Files.newByteChannel(path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (file.size() != bytes) {
                return Optional.empty();
            }
            ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
            int read = 0;
            while (content.hasRemaining() && read >= 0) {
                read = file.read(content);
            }
            return content.hasRemaining() ? Optional.empty() : Optional.of(content.flip());
        }
    }
}
