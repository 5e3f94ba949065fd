/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that only its owner may enter (mode 0700). On Windows, which has no such mode, it inherits the rights of the user's profile, to
 * the same effect.
 */
record PrivateFolder(Path path) {

    /**
     * Opens a folder and makes it where it is missing.
     *
     * @throws IOException if it cannot be made, or a link or a file stands in its place
     */
    static PrivateFolder at(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(path, ownerOnly(path));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            if (isPosix(path)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        }
        return new PrivateFolder(path);
    }

    PrivateFolder inside(String name) throws IOException {
        return at(path.resolve(name));
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** What lies directly inside, in the order of names. */
    List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.sorted().toList();
        }
    }

    /** Length of all files directly inside. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Path entry : entries()) {
            bytes += bytes(entry);
        }
        return bytes;
    }

    private static long bytes(Path entry) throws IOException {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .size();
        } catch (NoSuchFileException e) {
            return 0; // moved to its place meanwhile
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
