/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.protocol.task.Language;
import java.util.regex.Pattern;

/** Tells from a message about files that it asks for a summary, not for an answer. */
public final class SummaryWish {

    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:summar(?:y|ise|ize)|sum (?:it |this )?up|main points|key points|tl;?dr|resumen|resume|res[uú]me\\w*|resumir|puntos principales"
                    + "|ideas principales|what is (?:this|it|the (?:document|file)) about|de qu[eé] (?:trata|va))\\b");

    private SummaryWish() {}

    /** A message without words wishes for one too. */
    public static boolean isIn(String message) {
        return isIn(new Inquiry(message, Language.EN, Language.EN));
    }

    static boolean isIn(Inquiry inquiry) {
        return inquiry.text().isBlank() || WORDS.matcher(inquiry.plain()).find();
    }
}
