/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.ChatTurn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What earlier exchanges contribute to the next question. */
final class History {

    /** An eighth of what a request may hold, so that escapes in JSON and the question itself fit beside it. */
    private static final int MAX_CHARACTERS = Limit.REQUEST_BYTES.intValue() / 8;

    private History() {}

    /** The newest answered exchanges that fit the limits, oldest first. */
    static List<ChatTurn> of(List<Exchange> earlier) {
        Deque<ChatTurn> turns = new ArrayDeque<>();
        int characters = 0;
        for (Exchange exchange : earlier.reversed()) {
            if (!hasWords(exchange)) {
                continue;
            }
            String asked = exchange.question().text();
            characters += asked.length() + exchange.text().length();
            if (characters > MAX_CHARACTERS || Limit.HISTORY_TURNS.isPassedBy(turns.size() + 2L)) {
                break;
            }
            turns.addFirst(new ChatTurn(ChatTurn.Role.ASSISTANT, exchange.text()));
            turns.addFirst(new ChatTurn(ChatTurn.Role.MEMBER, asked));
        }
        return new ArrayList<>(turns);
    }

    /** An answer that was cut off counts too: the member may ask for the rest of it. */
    private static boolean hasWords(Exchange exchange) {
        AnswerState state = exchange.state().get();
        return state instanceof AnswerState.Answered
                || (state instanceof AnswerState.Interrupted && !exchange.text().isBlank());
    }
}
