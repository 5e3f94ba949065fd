/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files on disk: {@code blobs/ab/abcd…} by hash, {@code blobs/incoming} while they arrive. */
final class BlobFolder {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Path incoming;

    BlobFolder(Path root) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
            emptyIncoming();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + root, e);
        }
    }

    /** What a crash left half-arrived belongs to nobody. */
    private void emptyIncoming() throws IOException {
        try (Stream<Path> leftovers = Files.list(incoming)) {
            List<Path> files = leftovers.toList();
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** An empty file to write to. */
    Path newIncoming() throws IOException {
        return Files.createTempFile(incoming, "upload", ".part");
    }

    Path fileOf(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Moves a whole file to its place, in one step. */
    void keep(Path arrived, String sha256) {
        Path place = fileOf(sha256);
        try {
            Files.createDirectories(root.resolve(sha256.substring(0, 2)));
            Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a blob", e);
        }
    }

    /** The hashes of the files that lie here. */
    List<String> list() {
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> HASH.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the blobs", e);
        }
    }

    /** Deletes a file that has arrived and is not wanted, if it is still where it arrived. */
    void discard(Path arrived) throws IOException {
        Files.deleteIfExists(arrived);
    }

    void delete(String sha256) {
        try {
            Files.deleteIfExists(fileOf(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a blob", e);
        }
    }
}
