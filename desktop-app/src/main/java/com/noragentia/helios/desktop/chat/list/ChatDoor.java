/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/** The way from the list to the chat that is shown. UI thread only. */
public interface ChatDoor {

    /** The chat that is shown; empty while it is in no list. */
    ObservableValue<OptionalLong> shown();

    /** @param sought words that stand in the chat and are shown there; blank for none */
    void open(long chat, String sought);

    /** The chats in which an answer is on its way. */
    ObservableValue<Set<Long>> answered();

    /** Chats were deleted; if one of them is shown, it is left. */
    void removed(Collection<Long> chats);
}
