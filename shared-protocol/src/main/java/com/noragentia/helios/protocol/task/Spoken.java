/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How speech was heard.
 *
 * @param languages codes (ISO 639-1 or longer) of those that were heard, the first one heard first; empty where nobody speaks
 * @param demonstration whether the model only shows that things work; to be said wherever the answer is shown
 * @param brokenOff names of the recordings that break off before their end; null where none does
 */
public record Spoken(
        List<String> languages,
        boolean demonstration,
        @Nullable List<String> brokenOff) {

    public Spoken {
        languages = List.copyOf(languages);
        brokenOff = brokenOff == null || brokenOff.isEmpty() ? null : List.copyOf(brokenOff);
    }

    /** Of whole recordings. */
    public Spoken(List<String> languages, boolean demonstration) {
        this(languages, demonstration, null);
    }

    /** The recordings that break off before their end. */
    public List<String> broken() {
        return brokenOff == null ? List.of() : brokenOff;
    }
}
