/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;

/**
 * A text as it stands and as the English encoder can read it.
 *
 * @param language of the text as it stands
 * @param own as it stands
 * @param english the same in rough English
 */
public record Wording(Language language, String own, String english) {

    /** Puts a text into rough English, where it is none. */
    public static Wording of(String text, Language language, Glossary glossary) {
        return switch (language) {
            case EN -> new Wording(language, text, text);
            case ES -> new Wording(language, text, glossary.english(text));
        };
    }
}
