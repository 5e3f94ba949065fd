/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph, heading, list item or table row as the file has it, without control characters.
 *
 * @param page 1-based page of a PDF, or null where the format has none
 * @param number 1-based place among the paragraphs of the whole file
 * @param text never blank
 */
public record Paragraph(@Nullable Integer page, int number, String text) {}
