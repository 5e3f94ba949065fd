/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number or sign before a paragraph of a list: "4.", "(b)", "iv)", "1.2", "Clause 4.", "•". It is no sentence. */
final class ListMark {

    private static final Pattern MARK = Pattern.compile(
            "(?iu)(?:(?:(?:clause|article|section|chapter|annex|cláusula|artículo|sección|capítulo|anexo) )?"
                    + "\\(?(?:\\d{1,5}(?:\\.\\d{1,5}){0,8}|[ivxlcdm]{1,8}|\\p{L})[.):][-–]?|\\d{1,5}(?:\\.\\d{1,5}){1,8}|[•–-]) +");

    private ListMark() {}

    /** Its characters, with the blank behind it; 0 for none. */
    static int length(String paragraph) {
        Matcher mark = MARK.matcher(paragraph);
        return mark.lookingAt() ? mark.end() : 0;
    }
}
