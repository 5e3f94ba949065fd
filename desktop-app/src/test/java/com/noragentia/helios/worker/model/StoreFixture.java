/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder of the test, and a shelf in memory to fetch from. */
abstract class StoreFixture {

    static final String GRAPH = "a graph of some length";
    static final String KEYS = "keys";

    @TempDir
    Path temporary;

    Path folder;
    final Shelf shelf = new Shelf();
    ModelStore store;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.resolve("models-of-this-computer");
        store = reopened();
        shelf.put("/graph", GRAPH);
        shelf.put("/keys", KEYS);
    }

    void assertFailsVerification(ModelManifest model) {
        assertThatThrownBy(() -> store.ensure(model, StoreFixture::ignore))
                .isInstanceOf(ModelFailure.class)
                .hasMessageEndingWith("failed verification and was removed");
    }

    Path fileOf(ModelManifest model, String name) throws ModelFailure, InterruptedException {
        return fileOf(store, model, name);
    }

    static Path fileOf(ModelStore store, ModelManifest model, String name) throws ModelFailure, InterruptedException {
        return Objects.requireNonNull(store.ensure(model, StoreFixture::ignore).get(name));
    }

    /** The store as the next process sees it. */
    ModelStore reopened() throws IOException {
        return new ModelStore(folder, List.of(shelf));
    }

    List<String> storedIds() {
        try {
            return store.list().stream().map(StoredModel::id).toList();
        } catch (ModelFailure e) {
            throw new AssertionError(e);
        }
    }

    List<String> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("content"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static void ignore(double done) {}

    static ModelFile graph() {
        return pinned("graph.onnx", GRAPH, "shelf:/graph");
    }

    static ModelFile keys() {
        return pinned("keys.txt", KEYS, "shelf:/keys");
    }

    static ModelFile pinned(String name, String content, String... sources) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new ModelFile(
                name,
                bytes.length,
                Sha256.hex(bytes),
                Stream.of(sources).map(URI::create).toList());
    }

    static ModelManifest model(String id, ModelFile... files) {
        return new ModelManifest(id, id, List.of(Expert.CHAT), List.of(), "CC0-1.0", 1, List.of(files));
    }
}
