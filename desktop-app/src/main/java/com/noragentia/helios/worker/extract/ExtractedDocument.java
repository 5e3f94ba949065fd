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
 * @param paragraphs at least one, unless all text stands in pictures
 * @param unread pages whose text stands in pictures that were not read; 1 for the first
 */
public record ExtractedDocument(
        String name, FileType type, int pages, List<Paragraph> paragraphs, List<Integer> unread) {

    /** What an ordinary page holds, for formats that know no pages. */
    static final int CHARACTERS_PER_PAGE = 3_000;

    public ExtractedDocument {
        paragraphs = List.copyOf(paragraphs);
        unread = List.copyOf(unread);
    }

    /** One whose text is all there. */
    public ExtractedDocument(String name, FileType type, int pages, List<Paragraph> paragraphs) {
        this(name, type, pages, paragraphs, List.of());
    }

    /** All of the text, one paragraph a line. */
    public String text() {
        return String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
    }
}
