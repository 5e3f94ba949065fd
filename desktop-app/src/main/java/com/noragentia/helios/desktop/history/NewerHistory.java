/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.nio.file.Path;

/** A newer Helios has changed the chats: this one does not know what it would have to write there, and writes nothing. */
public final class NewerHistory extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NewerHistory(Path file) {
        super(file + " was made by a newer Helios");
    }
}
