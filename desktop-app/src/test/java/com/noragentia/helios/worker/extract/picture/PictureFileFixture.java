/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;

/** Pictures as files, and what is decoded of them. */
abstract class PictureFileFixture {

    @TempDir
    private Path folder;

    /** As the child does: whatever a decoder stumbles on means that the file can't be read. */
    DecodedPicture decode(byte[] content, FileType type) {
        try {
            return new PictureFile(Files.write(folder.resolve("blob"), content), type).decode();
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(ProblemCode.FILE_UNREADABLE, "broken");
        }
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** Wider than high: black, red, green and blue from the top left clockwise. */
    static BufferedImage fourCorners() {
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
}
