/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import org.jspecify.annotations.Nullable;

/**
 * A place that an answer quotes.
 *
 * @param file the attachment's name
 * @param page 1-based page of a PDF, or null where the format has none
 * @param paragraph 1-based paragraph of a DOCX or text file, or null where a page is known
 * @param quote the very words of the file
 * @param startMillis when it is said, from the start of a recording; null in any other file
 * @param box if the words were read from a picture of the page: where their paragraph stands there, in points of 1/72 inch; null otherwise
 */
public record Source(
        String file,
        @Nullable Integer page,
        @Nullable Integer paragraph,
        String quote,
        @Nullable Long startMillis,
        TextLine.@Nullable Box box) {

    /** A place in a file that is read. */
    public Source(String file, @Nullable Integer page, @Nullable Integer paragraph, String quote) {
        this(file, page, paragraph, quote, null, null);
    }

    /** A place in a recording. */
    public Source(
            String file,
            @Nullable Integer page,
            @Nullable Integer paragraph,
            String quote,
            @Nullable Long startMillis) {
        this(file, page, paragraph, quote, startMillis, null);
    }
}
