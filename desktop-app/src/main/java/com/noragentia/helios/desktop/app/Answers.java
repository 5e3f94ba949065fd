/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.Map;
import java.util.Optional;

/** What a person, or the script in its place, answers when a command asks. */
interface Answers {

    /** No answer is longer: a recovery phrase has 24 words of at most eight letters. */
    int MAX_CHARACTERS = 2_000;

    /**
     * Asks, and waits for one line.
     *
     * @param hidden whether it is a secret that no screen should show
     * @return empty if nobody answers
     */
    Optional<String> ask(String question, boolean hidden);

    /** @throws ProblemException REQUEST_INVALID, reason {@code no-answer}, if nobody answers */
    default String require(String question, boolean hidden) {
        return ask(question, hidden)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.REQUEST_INVALID, "nobody answered", Map.of("reason", "no-answer")));
    }
}
