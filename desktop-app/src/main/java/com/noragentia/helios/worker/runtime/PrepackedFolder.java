/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.crypto.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One graph in its prepacked form: the graph, its weights, and a list with the SHA-256 of both, which are read again before each use.
 * The list is no proof against whoever may write to this private folder; it finds what a disk or a broken write did.
 */
record PrepackedFolder(Path path) {

    static final String GRAPH = "model.onnx";
    static final String WEIGHTS = "model.onnx.data";
    private static final String LIST = "sha256";
    private static final String REFUSED = "refused";
    private static final Set<String> FILES = Set.of(GRAPH, WEIGHTS);
    private static final int BUFFER_BYTES = 1 << 18;

    Path graph() {
        return path.resolve(GRAPH);
    }

    /** Writes down what is there now. */
    void list() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : FILES) {
            lines.add(sha256(path.resolve(name)) + "  " + name);
        }
        Files.write(path.resolve(LIST), lines);
    }

    /** Leaves a note that this form is of no use, instead of the form. */
    void refuse() throws IOException {
        Files.deleteIfExists(graph());
        Files.deleteIfExists(path.resolve(WEIGHTS));
        Files.createFile(path.resolve(REFUSED));
    }

    boolean isRefused() {
        return Files.exists(path.resolve(REFUSED), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether everything is there, as it was written, and nothing else. */
    boolean isWhole() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || !names().equals(Set.of(GRAPH, WEIGHTS, LIST))) {
            return false;
        }
        Set<String> lines = new HashSet<>(Files.readAllLines(path.resolve(LIST)));
        for (String name : FILES) {
            Path file = path.resolve(name);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !lines.contains(sha256(file) + "  " + name)) {
                return false;
            }
        }
        return lines.size() == FILES.size();
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> all = Files.list(path)) {
            all.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    void remove() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.list(path)) {
                for (Path file : all.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(path);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.hex(digest);
    }
}
