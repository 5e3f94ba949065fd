/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** A store, a hub, and a model between them. */
final class DownloadBench implements AutoCloseable {

    static final int BYTES = 300_000;
    static final String TAG = "\"one\"";
    static final StoreLimits LIMITS = new StoreLimits(0, 0, 0, 0, 2);

    final byte[] content = noise(BYTES, 1);
    final UnrulyHub hub = new UnrulyHub();
    final CountedTime time = new CountedTime();
    final List<Transfer> told = new ArrayList<>();

    private final Path folder;
    private final OkHttpClient http = HttpClients.of(URI.create("http://127.0.0.1"));
    private final ModelFile file;
    private StoreLimits limits = LIMITS;
    private Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    DownloadBench(Path folder) {
        this.folder = folder;
        this.file = pinned("model.onnx", content, hub.put("onnx/model.onnx", content, TAG));
    }

    DownloadBench with(StoreLimits others) {
        limits = others;
        return this;
    }

    DownloadBench at(String instant) {
        clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        return this;
    }

    /** As a new process would open it. */
    ModelStore store() throws IOException {
        return new ModelStore(
                folder,
                List.of(new HubSource(http, hub.address())),
                new StoreTerms(limits, clock, time, RandomGenerator.of("L64X128MixRandom")));
    }

    ModelManifest model() {
        return model("model", file);
    }

    ModelFile file() {
        return file;
    }

    Path pull() throws IOException, ModelFailure, InterruptedException {
        return pull(model());
    }

    Path pull(ModelManifest model) throws IOException, ModelFailure, InterruptedException {
        return Objects.requireNonNull(
                store().pull(model, told::add).get(model.files().getFirst().name()));
    }

    Path folder() {
        return folder;
    }

    List<String> incoming() throws IOException {
        return names("incoming");
    }

    List<String> contents() throws IOException {
        return names("content");
    }

    private List<String> names(String room) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(room))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    static ModelManifest model(String id, ModelFile... files) {
        return new ModelManifest(id, id, List.of(Expert.CHAT), List.of(), "CC0-1.0", 1, List.of(files));
    }

    static ModelFile pinned(String name, byte[] content, URI... sources) {
        return new ModelFile(name, content.length, Sha256.hex(content), List.of(sources));
    }

    static byte[] noise(int bytes, long seed) {
        byte[] noise = new byte[bytes];
        RandomGenerator.of("L64X128MixRandom").nextBytes(noise);
        for (int i = 0; i < Long.BYTES; i++) {
            noise[i] = (byte) (seed >>> (8 * i));
        }
        return noise;
    }

    @Override
    public void close() {
        hub.close();
        HttpClients.close(http);
    }
}
