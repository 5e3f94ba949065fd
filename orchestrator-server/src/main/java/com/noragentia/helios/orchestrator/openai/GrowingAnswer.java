/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer while it grows, and how much of it its reader has. What was sent cannot be taken back there: where pieces turn out to be void, nothing is sent
 * until those that replace them have come as far, and only if they say the same. Not thread-safe.
 */
final class GrowingAnswer {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder sent = new StringBuilder();
    /** Where each piece ends in the text. */
    private final List<Integer> ends = new ArrayList<>();

    /** How much of the text is known to be what was sent. */
    private int alike;

    /** The next piece; returns what is to be sent now. */
    String add(int index, String piece) {
        if (index < ends.size()) {
            return ""; // it was read before
        }
        text.append(piece);
        ends.add(text.length());
        return news();
    }

    /** The pieces from this one on are void. */
    void back(int nextIndex) {
        if (nextIndex < ends.size()) {
            ends.subList(nextIndex, ends.size()).clear();
            text.setLength(ends.isEmpty() ? 0 : ends.getLast());
            alike = Math.min(alike, text.length());
        }
    }

    /** All of it, at the end; returns what is still to be sent. */
    String finish(String whole) {
        text.setLength(0);
        text.append(whole);
        alike = 0;
        return news();
    }

    /** @throws ProblemException where the reader has other words already */
    private String news() {
        int common = Math.min(text.length(), sent.length());
        for (; alike < common; alike++) {
            if (text.charAt(alike) != sent.charAt(alike)) {
                throw new ProblemException(
                        ProblemCode.WORKERS_FAILED,
                        "the worker was lost, and another began the answer anew: what came so far is void");
            }
        }
        String piece = text.substring(Math.min(text.length(), sent.length()));
        sent.append(piece);
        alike = Math.min(text.length(), sent.length());
        return piece;
    }
}
