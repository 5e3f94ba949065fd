/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Small files that only their owner reads (mode 0600, in folders of mode 0700). Written whole to a neighbour and moved into place, so
 * that a reader sees the old content or the new, never half of one. Where the file system knows no POSIX modes (Windows), files
 * get a list of who may open them with their owner alone, and for folders the protection of the user's own folder holds.
 */
public final class PrivateFiles {

    /** None of these files is ever longer; a longer one is not ours. */
    private static final int MAX_BYTES = 64 * 1024;

    /** The bit of a mode by which everyone may write into a folder, but not delete what is another's. */
    private static final int STICKY = 01000;

    private PrivateFiles() {}

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Makes a folder where it is missing; one that is there already is closed to others, unless all the world shares it (as /tmp). */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, mode("rwx------"));
        if (isPosix() && !isShared(folder)) {
            Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
            permissions.addAll(Files.getPosixFilePermissions(folder));
            if (permissions.retainAll(PosixFilePermissions.fromString("rwx------"))) {
                Files.setPosixFilePermissions(folder, permissions);
            }
        }
    }

    private static boolean isShared(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:mode") instanceof Integer mode && (mode & STICKY) != 0;
    }

    /** Writes a record as JSON. */
    public static void write(Path file, Object content) throws IOException {
        write(file, JsonCodec.encodeToString(content));
    }

    public static void write(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        createFolder(folder);
        Path fresh = Files.createTempFile(folder, ".new-", ".tmp", mode("rw-------"));
        try {
            if (!isPosix()) {
                OwnerOnly.close(fresh);
            }
            Files.writeString(fresh, content);
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes an empty file where there is none: whoever fills it later, such as a database, keeps its mode. */
    public static void createEmpty(Path file) throws IOException {
        try {
            Files.createFile(file, mode("rw-------"));
            if (!isPosix()) {
                OwnerOnly.close(file);
            }
        } catch (FileAlreadyExistsException e) {
            // as it should be
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Reads a record back; empty where there is no file.
     *
     * @throws IOException if the file is there but is not such a record
     */
    public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        Optional<String> content = read(file);
        return content.isEmpty() ? Optional.empty() : Optional.of(JsonCodec.decode(content.get(), type, MAX_BYTES));
    }

    /** The text of a file; empty where there is none. */
    public static Optional<String> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new IOException("over " + MAX_BYTES + " bytes: " + file.getFileName());
            }
            return Optional.of(new String(content, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
