/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import java.util.List;

/**
 * A message of a conversation, as it came.
 *
 * @param words all its text, in a row
 * @param files in the order they came
 */
record Message(Role role, String words, List<BroughtFile> files) {

    Message {
        files = List.copyOf(files);
    }

    /** Who speaks. */
    enum Role {
        /** Whoever wrote the program that asks: OpenAI's {@code system} and {@code developer}. */
        SYSTEM,
        USER,
        ASSISTANT
    }
}
