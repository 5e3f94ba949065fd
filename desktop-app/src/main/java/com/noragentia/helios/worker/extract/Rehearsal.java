/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.extract.picture.PictureFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small files of our own before the child says that it is ready, so that the classes for a member's file are loaded and warm. */
final class Rehearsal {

    private Rehearsal() {}

    static void run() throws IOException {
        rehearse("rehearsal.pdf", FileType.PDF);
        rehearse("rehearsal.docx", FileType.DOCX);
        rehearse("rehearsal.png", FileType.PNG);
    }

    private static void rehearse(String resource, FileType type) throws IOException {
        Path file = Path.of(resource);
        try (InputStream in = Rehearsal.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the program lacks " + resource);
            }
            Files.copy(in, file);
        }
        if (type.expert() == Expert.IMAGE) {
            var unused = new PictureFile(file, type).decode();
        } else {
            ParagraphSink sink = new ParagraphSink(paragraph -> JsonCodec.encode(new ChildMessage.Found(paragraph)));
            TextSource.of(type).read(file, sink);
        }
        Files.delete(file);
    }
}
