/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;

/**
 * A fact from a file stands in the answer, and few of its other facts do.
 *
 * @param others facts of the same file that were not asked for
 */
record KnownQuote(String fact, List<String> others) implements KnownAnswer {

    /** An honest answer may quote two sentences more. */
    static final int OTHERS_FORGIVEN = 2;

    KnownQuote {
        others = List.copyOf(others);
    }

    @Override
    public boolean isGivenBy(TaskOutput output) {
        return switch (output) {
            case TaskOutput.Document document -> isSaidIn(document.text());
            case TaskOutput.Chat chat -> isSaidIn(chat.text());
            case TaskOutput.Image _, TaskOutput.Audio _, TaskOutput.Embedding _ -> false;
        };
    }

    private boolean isSaidIn(String text) {
        return text.contains(fact) && others.stream().filter(text::contains).count() <= OTHERS_FORGIVEN;
    }
}
