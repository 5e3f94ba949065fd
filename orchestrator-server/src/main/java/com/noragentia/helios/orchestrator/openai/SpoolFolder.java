/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where parts of requests lie while they are read; empty whenever nobody asks. */
final class SpoolFolder {

    private final Path folder;

    /** Empties it: what a crash left there belongs to nobody. */
    SpoolFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> leftovers = Files.list(folder)) {
                discard(leftovers.toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    /** An empty file that only this program's user reads. */
    Path newFile() throws IOException {
        return Files.createTempFile(folder, "request", ".part");
    }

    Path path() {
        return folder;
    }

    void discard(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete a part of a request", e);
            }
        }
    }
}
