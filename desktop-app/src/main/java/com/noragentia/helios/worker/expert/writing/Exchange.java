/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.List;

/** A question and its answer, as templates want them: one after the other, in turns. */
record Exchange(String asked, String answered) {

    private static final String BETWEEN = "\n\n";

    /** A conversation in exchanges, and what is asked now. Questions that were never answered belong to the one after them. */
    record Talk(List<Exchange> earlier, String question) {}

    static Talk in(TaskInput.Chat chat) {
        List<Exchange> earlier = new ArrayList<>();
        String open = "";
        for (ChatTurn turn : chat.history()) {
            switch (turn.role()) {
                case MEMBER -> open = joined(open, turn.text());
                case ASSISTANT -> {
                    if (!open.isEmpty()) {
                        earlier.add(new Exchange(open, turn.text()));
                        open = "";
                    } else if (!earlier.isEmpty()) { // said in two messages
                        Exchange last = earlier.removeLast();
                        earlier.add(new Exchange(last.asked(), joined(last.answered(), turn.text())));
                    }
                }
            }
        }
        return new Talk(List.copyOf(earlier), joined(open, chat.question()));
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : one + BETWEEN + other;
    }
}
