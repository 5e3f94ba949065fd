/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.attachment;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.PassingFolders;
import com.noragentia.helios.protocol.api.Limit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Pasted pictures as PNG files in a folder of their own, which {@link #close} removes. Writes files, so it does not belong on the UI thread;
 * thread-safe.
 */
public final class PastedPictures implements AutoCloseable {

    private final List<Path> written = new ArrayList<>();
    private final PassingFolders folders;
    private @Nullable Path folder;

    /** Pictures in the usual data folder. */
    public PastedPictures() {
        this(DataFolder.locate(Optional.empty()).tmp());
    }

    /** @param tmp where the folder is made, and where those of killed programs are removed */
    public PastedPictures(Path tmp) {
        this.folders = new PassingFolders(tmp, "pasted");
    }

    /** Whether a picture of this size may be sent at all. */
    public static boolean fits(long width, long height) {
        return !Limit.IMAGE_PIXELS.isPassedBy(width * height)
                && !Limit.IMAGE_SIDE_PIXELS.isPassedBy(Math.max(width, height));
    }

    /** @throws IOException if the folder for temporary files can't be written */
    public synchronized Path keep(Pixels pixels) throws IOException {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        Path file = folder().resolve("picture-" + (written.size() + 1) + ".png");
        ImageIO.write(image, "png", file.toFile());
        written.add(file);
        return file;
    }

    private Path folder() throws IOException {
        Path there = folder;
        if (there == null) {
            folders.sweep();
            there = folders.create();
            folder = there;
        }
        return there;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
        if (folder != null) {
            Files.deleteIfExists(folder);
        }
    }
}
