/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import org.jspecify.annotations.Nullable;

/** What a request calls its model. */
record ModelName(String text) {

    /** Leaves the choice to the network. */
    static final String ANY = "helios";

    /** As jobs name it: null for any. */
    @Nullable
    String wish() {
        return text.equals(ANY) ? null : text;
    }
}
