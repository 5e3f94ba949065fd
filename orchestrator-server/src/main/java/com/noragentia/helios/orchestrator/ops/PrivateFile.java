/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read (0600, 0700), where the file system knows such rights. */
final class PrivateFile {

    private static final String FOLDER = "rwx------";

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

    /** Makes a folder if need be; one that exists is closed to others. */
    static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            tighten(folder);
        } else {
            Path above = folder.toAbsolutePath().getRoot();
            Files.createDirectories(folder, rights(above == null ? folder : above, FOLDER));
        }
    }

    private static void tighten(Path folder) throws IOException {
        Set<PosixFilePermission> own = PosixFilePermissions.fromString(FOLDER);
        PosixFileAttributeView rights = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (rights != null && !rights.readAttributes().permissions().equals(own)) {
            rights.setPermissions(own);
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
