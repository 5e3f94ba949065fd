/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
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

    /** @throws ProblemException if files of a type are not pictures */
    static ImageFormat of(FileType type) {
        return switch (type) {
            case PNG -> PNG;
            case JPEG -> JPEG;
            case PDF, DOCX, TEXT, MARKDOWN, WAV, MP3 ->
                throw new ProblemException(ProblemCode.FILE_TYPE_UNSUPPORTED, "not a picture");
        };
    }

    /** The caller disposes of it. */
    ImageReader newReader() {
        var readers = ImageIO.getImageReadersByFormatName(name);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java run-time lacks a reader for " + name);
    }
}
