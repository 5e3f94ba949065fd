/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.List;

/** How a model wants a conversation written, from its {@code tokenizer_config.json}. Thread-safe. */
public interface ChatTemplate {

    /**
     * The tokens of a conversation, ready for the model to answer. What the turns say never becomes a control token.
     *
     * @throws ModelFailure if the template cannot write this conversation
     */
    int[] tokens(List<Message> conversation) throws ModelFailure;

    /** One message; {@code role} is what templates call it. */
    record Message(Role role, String text) {}

    /** Who speaks. */
    enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
