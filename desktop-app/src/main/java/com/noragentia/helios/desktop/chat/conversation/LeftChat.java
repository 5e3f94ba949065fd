/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat that another was opened in place of.
 *
 * @param all its exchanges, of all branches
 * @param shown those of the branch that was shown, oldest first
 * @param current the one that was being answered, if any
 * @param asking how it is asked
 */
record LeftChat(
        String name,
        List<Exchange> all,
        List<Exchange> shown,
        ChatRecord record,
        @Nullable Exchange current,
        @Nullable Asking asking) {

    /** One of which nothing is on its way. */
    static LeftChat of(ReopenedChat from) {
        return new LeftChat(from.name(), from.branches().all(), from.branches().shown(), from.record(), null, null);
    }

    boolean isBeingAnswered() {
        return current != null && !current.state().get().isOver();
    }

    /** Whether its answer may go on unseen: whoever comes back must find it, and it must not have been stopped. */
    boolean mayGoOn() {
        return isBeingAnswered()
                && current != null
                && !(current.state().get() instanceof AnswerState.Stopping)
                && record instanceof KeptChat kept
                && kept.id().get().isPresent();
    }

    /** Takes its question back, if it is still being answered. */
    void stop() {
        if (isBeingAnswered() && current != null && asking != null) {
            current.show(new AnswerState.Stopping());
            asking.stop();
        }
    }
}
