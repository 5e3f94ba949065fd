/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.attachment;

import com.noragentia.helios.protocol.task.FileType;
import java.nio.file.Path;

/** A file that was checked and waits to be sent; {@code name} is its own name, without folders. */
public record PendingFile(Path path, String name, FileType type, long bytes) {}
