/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.TextLine.Box;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, heading, list item or table row as the file has it, without control characters.
 *
 * @param page 1-based page of a PDF, or null where the format has none
 * @param number 1-based place among the paragraphs of the whole file
 * @param text never blank
 * @param box if it was read from a picture of the page: where it stands there, in points; null for text that the file has as text
 */
public record Paragraph(
        @Nullable Integer page,
        int number,
        String text,
        @Nullable Box box) {

    public Paragraph(@Nullable Integer page, int number, String text) {
        this(page, number, text, null);
    }
}
