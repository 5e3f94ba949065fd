/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.Optional;

/**
 * A chat in which something was found.
 *
 * @param place the best one; none where only the title has it
 */
public record Finding(ChatEntry chat, Optional<Place> place) {

    /** Where in the chat. */
    public record Place(long exchange, Excerpt excerpt) {}
}
