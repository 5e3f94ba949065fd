/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What one loaded model holds: its reserved memory, its graphs, its tokenizers. Closing gives all of it back, last opened first; closing
 * twice is harmless. Opening and closing are for one thread, the graphs for any number.
 */
public final class ModelSpace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelSpace.class);

    private final ModelManifest manifest;
    private final Map<String, Path> files;
    private final OrtEnvironment environment;
    private final SharedSessions sessions;
    private final Optional<PrepackedGraphs> prepackedGraphs;
    private final MemoryBudget.Reservation memory;
    private final CacheTally.Part caches;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final OptionalLong before;
    private final long cachesOfOthersBefore;
    private long laterBytes;

    ModelSpace(
            ModelManifest manifest,
            Map<String, Path> files,
            OrtEnvironment environment,
            SharedSessions sessions,
            Optional<PrepackedGraphs> prepackedGraphs,
            MemoryBudget.Reservation memory,
            CacheTally.Part caches) {
        this.manifest = manifest;
        this.files = Map.copyOf(files);
        this.environment = environment;
        this.sessions = sessions;
        this.prepackedGraphs = prepackedGraphs;
        this.memory = memory;
        this.caches = caches;
        this.before = ProcessMemory.anonymousBytes();
        this.cachesOfOthersBefore = caches.ofOthers();
        closing.push(memory::close);
    }

    public ModelManifest manifest() {
        return manifest;
    }

    /**
     * Where one of the model's files lies.
     *
     * @throws ModelFailure if the model has none of that name
     */
    public Path file(String name) throws ModelFailure {
        Path path = files.get(name);
        if (path == null) {
            throw new ModelFailure(manifest.id() + " has no file " + name);
        }
        return path;
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /**
     * The name of the only file that ends so.
     *
     * @throws ModelFailure if none or several do
     */
    public String nameEndingWith(String ending) throws ModelFailure {
        List<String> names =
                files.keySet().stream().filter(name -> name.endsWith(ending)).toList();
        if (names.size() != 1) {
            throw new ModelFailure(manifest.id() + " has " + names.size() + " files that end with " + ending);
        }
        return names.getFirst();
    }

    /**
     * Opens one of the model's graphs after inspecting its file.
     *
     * @throws ModelFailure if it is missing, breaks a rule of {@link GraphInspection}, or does not load
     */
    public OnnxGraph graph(String name) throws ModelFailure {
        Path path = file(name);
        ModelFile file = pinned(name);
        GraphContent content =
                GraphContent.of(manifest, file, GraphInspection.of(manifest).inspect(path));
        OnnxGraph graph = new OnnxGraph(name, environment, sessions.acquire(content, path));
        closing.push(() -> sessions.release(content));
        return graph;
    }

    /**
     * Makes one of the model's graphs ready to be opened, after inspecting its file; who opens sessions ties their end to this space.
     *
     * @param trial says what a session computes, equal texts for equal bits; with it, the form that this processor wants may be made on
     *     disk, if this runtime has room for that
     * @throws ModelFailure if it is missing or breaks a rule of {@link GraphInspection}
     */
    public GraphOpener opener(String name, Optional<SessionTrial> trial) throws ModelFailure {
        Path path = file(name);
        ModelFile file = pinned(name);
        GraphFacts facts = GraphInspection.of(manifest).inspect(path);
        Optional<Path> prepacked = trial.flatMap(wanted -> prepackedGraphs.flatMap(
                graphs -> graphs.of(manifest, file, path, session -> wanted.of(session, facts))));
        return new GraphOpener(environment, prepacked.orElse(path), facts, prepacked.isPresent());
    }

    /** Tries a session out. */
    public interface SessionTrial {

        String of(OrtSession session, GraphFacts facts) throws ModelFailure;
    }

    /** Bytes that the model does not take as it is loaded, but may while it works. */
    public void takesLater(long bytes) {
        laterBytes += bytes;
    }

    /** The keys and values of the model take so many bytes more just now; fewer, below 0. Thread-safe. */
    public void cachesGrow(long bytes) {
        caches.grow(bytes);
    }

    /** Bytes that are set aside for the model. */
    public long memoryBytes() {
        return memory.bytes();
    }

    /** The model is open: what that took by now is compared with what was set aside, which is corrected if it was too little. */
    void opened() {
        OptionalLong after = ProcessMemory.anonymousBytes();
        if (before.isPresent() && after.isPresent()) {
            TakenMemory taken = new TakenMemory(
                    manifest.memoryBytes(),
                    after.getAsLong() - before.getAsLong(),
                    caches.ofOthers() - cachesOfOthersBefore,
                    laterBytes);
            LOG.atLevel(taken.isTooMuch() ? Level.WARN : Level.INFO)
                    .log(
                            "{} took {} bytes and may take {} more; {} were set aside",
                            manifest.id(),
                            taken.own(),
                            laterBytes,
                            manifest.memoryBytes());
            memory.correct(taken.toSetAside());
        }
    }

    /** Ties a native resource to the life of this model. */
    public void own(Runnable close) {
        closing.push(close);
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }

    private ModelFile pinned(String name) throws ModelFailure {
        return manifest.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ModelFailure(manifest.id() + " does not list " + name));
    }
}
