/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import java.util.Collection;
import java.util.OptionalLong;
import javafx.beans.value.ObservableValue;

/** The way from the list to the chat that is shown. UI thread only. */
public interface ChatDoor {

    /** The chat that is shown; empty while it is in no list. */
    ObservableValue<OptionalLong> shown();

    void open(long chat);

    /** Chats were deleted; if one of them is shown, it is left. */
    void removed(Collection<Long> chats);
}
