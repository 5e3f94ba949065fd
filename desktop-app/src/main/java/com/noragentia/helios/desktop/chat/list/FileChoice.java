/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the member for a file. UI thread only. */
public interface FileChoice {

    /** Where to write; empty if the member gives up. */
    Optional<Path> save(String title, String extension);

    /** What to read; empty if the member gives up. */
    Optional<Path> open(String extension);
}
