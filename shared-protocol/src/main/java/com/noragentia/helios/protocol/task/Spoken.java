/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import java.util.List;

/**
 * How speech was heard.
 *
 * @param languages codes (ISO 639-1 or longer) of those that were heard, the first one heard first; empty where nobody speaks
 * @param demonstration whether the model only shows that things work; to be said wherever the answer is shown
 */
public record Spoken(List<String> languages, boolean demonstration) {

    public Spoken {
        languages = List.copyOf(languages);
    }
}
