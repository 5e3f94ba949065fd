/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.history.Excerpt;
import java.util.Optional;

/** A line of the list. */
sealed interface ListRow {

    record Heading(String text) implements ListRow {}

    /** @param excerpt where a search found something in the chat */
    record Item(ChatEntry chat, Optional<Excerpt> excerpt) implements ListRow {}
}
