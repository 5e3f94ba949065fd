/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was pinned, in the orchestrator's data folder: {@code <id>.json} holds a signed manifest, {@code files} the content under its hashes, for the
 * mirror. Thread-safe for reading; one program at a time pins.
 */
public final class PinnedFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PinnedFolder.class);
    private static final String SUFFIX = ".json";
    private static final int MAX_MANIFEST_BYTES = 512 * 1024;
    private static final int MAX_MODELS = 1_000;

    private final Path root;

    /** @param root need not exist */
    public PinnedFolder(Path root) {
        this.root = root;
    }

    /** The files of manifests, and when each was written: what tells whether anything was pinned since. */
    Map<String, FileTime> manifests() throws IOException {
        Map<String, FileTime> written = new TreeMap<>();
        for (Path file : files(root)) {
            written.put(file.getFileName().toString(), Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
        }
        return written;
    }

    private static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .limit(MAX_MODELS)
                    .toList();
        }
    }

    /** Every manifest that this key signed, in the order of their ids. Others are passed over with a warning: they have to be pinned again. */
    public List<OfferedModel> read(VerifyingKey key) throws IOException {
        List<OfferedModel> found = new ArrayList<>();
        for (Path file : files(root)) {
            read(file, key, found);
        }
        return found;
    }

    private static void read(Path file, VerifyingKey key, List<OfferedModel> found) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_MANIFEST_BYTES) {
                throw new IOException("not a plain file of at most " + MAX_MANIFEST_BYTES + " bytes");
            }
            SignedManifest signed =
                    JsonCodec.decode(Files.readAllBytes(file), SignedManifest.class, MAX_MANIFEST_BYTES);
            ModelManifest manifest = signed.verify(key);
            if (!file.getFileName().toString().equals(manifest.id() + SUFFIX)) {
                throw new IOException("the manifest of another model");
            }
            found.add(new OfferedModel(manifest, signed));
        } catch (IOException e) {
            LOG.warn("the pinned model in {} is not offered: {}", file.getFileName(), e.getMessage());
        }
    }

    /** Writes a manifest whole, or not at all. */
    void write(ModelManifest manifest, SignedManifest signed) throws IOException {
        Path part = Files.createTempFile(root, ".new", ".part");
        Files.write(part, JsonCodec.encode(signed));
        Files.move(
                part,
                root.resolve(manifest.id() + SUFFIX),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where the content with a hash lies, or would. */
    Path fileOf(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return files().resolve(sha256);
    }

    Path files() {
        return root.resolve("files");
    }

    Path incoming() {
        return root.resolve("incoming");
    }
}
