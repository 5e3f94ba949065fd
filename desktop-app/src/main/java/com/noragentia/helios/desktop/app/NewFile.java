/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a member asked for: whole or not at all, readable by its owner only, and never in place of another.
 *
 * @param temporary where it is written meanwhile, beside its place
 */
record NewFile(Path place, Path temporary) implements AutoCloseable {

    /**
     * Makes room for a file.
     *
     * @throws ProblemException REQUEST_INVALID, reason {@code file-exists} or {@code file-place}, if it cannot be made there
     */
    static NewFile at(Path place) {
        Path whole = place.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw refused("file-exists", whole);
        }
        try {
            Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
            return new NewFile(whole, Files.createTempFile(folder, ".helios-", ".tmp", mode()));
        } catch (IOException e) {
            throw refused("file-place", whole);
        }
    }

    /** Puts the written file in its place. */
    void keep() {
        try {
            // A link fails where a move would replace what appeared meanwhile.
            Files.createLink(place, temporary);
        } catch (FileAlreadyExistsException e) {
            throw refused("file-exists", place);
        } catch (IOException | UnsupportedOperationException e) {
            move();
        }
    }

    private void move() {
        try {
            Files.move(temporary, place);
        } catch (IOException e) {
            throw refused("file-place", place);
        }
    }

    private static ProblemException refused(String reason, Path file) {
        return new ProblemException(
                ProblemCode.REQUEST_INVALID,
                "the file cannot be made",
                Map.of("reason", reason, "file", String.valueOf(file.getFileName())));
    }

    private static FileAttribute<?>[] mode() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
