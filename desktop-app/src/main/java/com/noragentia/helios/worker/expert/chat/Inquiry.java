/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.protocol.task.Language;
import java.util.Locale;

/**
 * A question as the member wrote it.
 *
 * @param text stripped
 * @param spoken the language it is asked in
 * @param wanted the language of the answer
 */
record Inquiry(String text, Language spoken, Language wanted) {

    /** Lower case, without the marks around it. */
    String plain() {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[¿¡?!]", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("[.=:\\s]+$", "");
    }
}
