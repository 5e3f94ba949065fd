/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.Map;

/** A network of this computer that did not start, and what its program said before it died. */
final class LastWords {

    /** The problem's value that holds the words; they are a program's own, and not to be trusted with a terminal. */
    static final String VALUE = "said";

    private LastWords() {}

    /** @param words empty if it said nothing */
    static ProblemException of(String words) {
        return new ProblemException(
                ProblemCode.NETWORK_UNREACHABLE,
                "the network did not start",
                Map.of("reason", "start-failed", VALUE, words));
    }
}
