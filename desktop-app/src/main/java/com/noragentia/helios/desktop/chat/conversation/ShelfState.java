/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.nio.file.Path;

/** Whether chats are kept. */
public sealed interface ShelfState {

    /** The file is being opened. */
    record Opening() implements ShelfState {}

    record Open() implements ShelfState {}

    /** The file was damaged, lies in {@code old} now, and chats are kept in a new one. */
    record BegunAnew(Path old) implements ShelfState {}

    /** A newer Helios has changed the file; it is left alone. */
    record MadeByNewer() implements ShelfState {}

    /** The file cannot be made, read or written, now or any more. */
    record Unusable() implements ShelfState {}
}
