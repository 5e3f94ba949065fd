/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read (0600, 0700), where the file system knows such rights. */
final class PrivateFile {

    private PrivateFile() {}

    /** Writes a file whole, or not at all: nobody ever sees half of it, nor sees it with other rights. */
    static void write(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a file needs a folder: " + file);
        }
        Path part = Files.createTempFile(folder, ".new", ".part", rights(folder, "rw-------"));
        Files.writeString(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder.toAbsolutePath().getRoot();
            Files.createDirectories(folder, rights(above == null ? folder : above, "rwx------"));
        }
    }

    private static FileAttribute<?>[] rights(Path where, String permissions) throws IOException {
        return Files.getFileStore(where).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
