/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import com.noragentia.helios.protocol.task.FileType;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The picture formats that are decoded, each by the JDK's own reader and no other that may be on the class path. */
enum ImageFormat {
    PNG("png"),
    JPEG("jpeg");

    private final String name;

    ImageFormat(String name) {
        this.name = name;
    }

    /** The format of a type of file; empty if such files are no pictures. */
    static Optional<ImageFormat> of(FileType type) {
        return switch (type) {
            case PNG -> Optional.of(PNG);
            case JPEG -> Optional.of(JPEG);
            case PDF, DOCX, TEXT, MARKDOWN, HELIOS_TEXT, WAV, MP3 -> Optional.empty();
        };
    }

    /** The caller disposes of it. */
    ImageReader newReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java run-time lacks a reader for " + name);
    }
}
