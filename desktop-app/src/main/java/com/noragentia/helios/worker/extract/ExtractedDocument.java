/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.FileType;
import java.util.List;

/**
 * The text of one file, in reading order.
 *
 * @param name the file's own name, as the member knows it
 * @param type what the file is
 * @param pages its pages; for formats without pages as many as its text would fill
 * @param paragraphs at least one
 */
public record ExtractedDocument(String name, FileType type, int pages, List<Paragraph> paragraphs) {

    /** What an ordinary page holds, for formats that know no pages. */
    static final int CHARACTERS_PER_PAGE = 3_000;

    public ExtractedDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    /** All of the text, one paragraph a line. */
    public String text() {
        return String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
    }
}
