/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import com.noragentia.helios.protocol.task.Language;

/** Says in one sentence why a model is not here, or not loaded, and what would help. Immutable and thread-safe. */
public final class ModelPhrases {

    private final Phrases phrases;

    public ModelPhrases(Language language) {
        this.phrases = Phrases.beside(ModelPhrases.class, "models", language);
    }

    /** Whether there are words for a reason; an older or newer worker may have others. */
    public boolean has(String reason) {
        return phrases.has(reason);
    }

    /** The sentence of a reason, its gaps filled. */
    public String sentence(String reason, Object... values) {
        return phrases.say(reason, values);
    }
}
