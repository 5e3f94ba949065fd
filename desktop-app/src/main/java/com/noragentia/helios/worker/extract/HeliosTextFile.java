/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.TextLine.Box;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the text of a document as a file that travels in its place; {@link HeliosText} reads it with the same pages and paragraphs. */
public final class HeliosTextFile {

    private HeliosTextFile() {}

    /** @param file need not exist */
    public static void write(ExtractedDocument document, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(FileType.HELIOS_TEXT_MAGIC);
            out.write(document.type().extensions().getFirst());
            out.write("\t" + document.pages() + unread(document) + "\n");
            for (Paragraph paragraph : document.paragraphs()) {
                out.write(paragraph.page() == null ? "" : paragraph.page().toString());
                out.write(place(paragraph.box()) + "\t" + paragraph.text() + "\n");
            }
        }
    }

    private static String unread(ExtractedDocument document) {
        return document.unread().isEmpty()
                ? ""
                : "\t" + document.unread().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String place(@Nullable Box box) {
        return box == null ? "" : "@%d,%d,%d,%d".formatted(box.x(), box.y(), box.width(), box.height());
    }
}
