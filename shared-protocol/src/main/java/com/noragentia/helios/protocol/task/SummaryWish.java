/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells from a message about files that it asks for a summary, not for an answer. One rule for both sides: the worker answers by it, and the
 * orchestrator counts by it what a language model has to read. Pure.
 */
public final class SummaryWish {

    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:summar(?:y|ise|ize)|sum (?:it |this )?up|main points|key points|tl;?dr|resumen|resume|res[uú]me\\w*|resumir|puntos principales"
                    + "|ideas principales|what is (?:this|it|the (?:document|file)) about|de qu[eé] (?:trata|va))\\b");
    private static final Pattern BETWEEN = Pattern.compile("[¿¡?!\\s]+");

    private SummaryWish() {}

    /** A message without words wishes for one too. Time: linear in its length. */
    public static boolean isIn(String message) {
        String plain = BETWEEN.matcher(message.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return plain.isBlank() || WORDS.matcher(plain).find();
    }
}
