/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import com.noragentia.helios.protocol.task.FileType;
import java.nio.file.Path;

/**
 * A file that went with a question. Only where it lay is kept, not what it held.
 *
 * @param name its own, without folders
 */
public record SavedFile(String path, String name, FileType type, long bytes) {

    public Path place() {
        return Path.of(path);
    }
}
