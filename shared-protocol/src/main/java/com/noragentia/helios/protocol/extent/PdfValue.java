/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.List;
import java.util.Map;

/** What stands in a PDF (ISO 32000-1, 7.3), in objects as in the contents of pages. */
sealed interface PdfValue {

    /** @param text without the slash, its escapes read */
    record Name(String text) implements PdfValue {}

    record Amount(double value) implements PdfValue {}

    /** @param bytes a letter a byte, its escapes read */
    record Text(String bytes) implements PdfValue {}

    /** Another object; its generation does not matter, as all count. */
    record Reference(long number) implements PdfValue {}

    record Array(List<PdfValue> items) implements PdfValue {}

    record Dictionary(Map<String, PdfValue> entries) implements PdfValue {}

    /** An operator, or one of {@code true}, {@code false} and {@code null}. */
    record Word(String text) implements PdfValue {

        boolean isOperator() {
            return !text.equals("true") && !text.equals("false") && !text.equals("null");
        }
    }

    /** What is no value. */
    enum Mark implements PdfValue {
        END,
        ARRAY_ENDS,
        DICTIONARY_ENDS,
        STRAY
    }
}
