/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ObservableValue;

/** Writes answers down as they grow, whether or not their chat is shown. UI thread only. */
final class AnswerNotes {

    /** If the program is killed, what came in this time and in that of writing it down is lost: less than a second. */
    private static final long BETWEEN_NOTES_MILLIS = 500;

    private final ChatThreads threads;
    private final AnsweredChats answered = new AnsweredChats();

    AnswerNotes(ChatThreads threads) {
        this.threads = threads;
    }

    /** The chats in which an answer is on its way. */
    ObservableValue<Set<Long>> answered() {
        return answered.ids();
    }

    /**
     * Writes an answer down until it is over.
     *
     * @param over runs then
     */
    void follow(Exchange exchange, ChatRecord into, Runnable over) {
        into.asked(exchange);
        answered.begin(into);
        Future<?> rhythm = threads.timer()
                .scheduleWithFixedDelay(
                        () -> threads.ui().execute(() -> note(exchange, into)),
                        BETWEEN_NOTES_MILLIS,
                        BETWEEN_NOTES_MILLIS,
                        TimeUnit.MILLISECONDS);
        exchange.state().subscribe(state -> {
            if (state.isOver()) {
                rhythm.cancel(false);
                into.ended(exchange);
                answered.end(into);
                over.run();
            }
        });
    }

    private static void note(Exchange exchange, ChatRecord into) {
        if (!exchange.text().isEmpty() && !exchange.state().get().isOver()) {
            into.wrote(exchange);
        }
    }
}
