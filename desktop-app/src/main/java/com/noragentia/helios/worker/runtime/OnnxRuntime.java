/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/**
 * ONNX Runtime in this process: its environment, the sessions and the memory they may take. Thread-safe. The native environment lives as
 * long as the process (ONNX Runtime allows one); what is loaded is given back by closing each {@link ModelSpace}.
 */
public final class OnnxRuntime {

    /** Must be 1 in the environment of the process: the library reports its use before any call could stop it. */
    static final String TELEMETRY_OFF = "ORT_DISABLE_TELEMETRY";

    private final OrtEnvironment environment;
    private final SharedSessions sessions;
    private final Optional<PrepackedGraphs> prepackedGraphs;
    private final MemoryBudget memory;
    private final CacheTally caches = new CacheTally();
    private final Lock opens = new ReentrantLock();

    private OnnxRuntime(
            OrtEnvironment environment,
            SharedSessions sessions,
            Optional<PrepackedGraphs> prepackedGraphs,
            MemoryBudget memory) {
        this.environment = environment;
        this.sessions = sessions;
        this.prepackedGraphs = prepackedGraphs;
        this.memory = memory;
    }

    /** Starts the runtime without a folder for graphs in another form. */
    public static OnnxRuntime start(int intraOpThreads, MemoryBudget memory) throws ModelFailure {
        return start(intraOpThreads, memory, Optional.empty());
    }

    /** Starts the runtime with all of the disk for graphs in another form. */
    public static OnnxRuntime start(int intraOpThreads, MemoryBudget memory, Optional<Path> prepacked)
            throws ModelFailure {
        return start(
                intraOpThreads,
                memory,
                prepacked,
                bytes -> prepacked
                        .filter(folder -> folder.toFile().getUsableSpace() >= bytes)
                        .isPresent());
    }

    /**
     * Starts the runtime.
     *
     * @param intraOpThreads threads that work on one operator, per session
     * @param memory what loaded models may take
     * @param prepacked a private folder for graphs of language models in the form that this processor wants
     * @param diskHasRoom whether so many bytes more may be taken of the disk for those
     * @throws ModelFailure if telemetry is not switched off in this process's environment, or the native library does not load
     */
    public static OnnxRuntime start(
            int intraOpThreads, MemoryBudget memory, Optional<Path> prepacked, LongPredicate diskHasRoom)
            throws ModelFailure {
        if (!"1".equals(System.getenv(TELEMETRY_OFF))) {
            throw new ModelFailure(
                    "start this program with " + TELEMETRY_OFF + "=1: ONNX Runtime reports its use otherwise");
        }
        DjlSettings.apply();
        try {
            // DJL sizes the environment's thread pool and fails if the environment is there before it.
            Engine.getEngine("OnnxRuntime");
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new OnnxRuntime(
                    environment,
                    new SharedSessions(environment, intraOpThreads),
                    prepacked.map(folder -> new PrepackedGraphs(folder, environment, memory, diskHasRoom)),
                    memory);
        } catch (RuntimeException | LinkageError e) {
            throw new ModelFailure("ONNX Runtime does not start", e);
        }
    }

    /** Version of the native library, not of the one DJL was built for. */
    public String version() {
        return environment.getVersion();
    }

    /**
     * Makes room for a model; its memory is reserved from now until the space is closed.
     *
     * @param files the manifest's verified files, by name
     * @throws ModelFailure if the memory budget does not allow it
     */
    public ModelSpace admit(ModelManifest manifest, Map<String, Path> files) throws ModelFailure {
        return new ModelSpace(
                manifest,
                files,
                environment,
                sessions,
                prepackedGraphs,
                memory.reserve(manifest.id(), manifest.memoryBytes()),
                caches.part());
    }

    /**
     * Makes room for a model and opens it there; if that fails, the room is given back. One model is opened at a time, so that what it takes
     * can be told; where that is more than was set aside, {@link ModelSpace#memoryBytes} says so, be it more than the budget allows.
     *
     * @param opening closes the space when what it opened closes
     */
    public <T> T admit(ModelManifest manifest, Map<String, Path> files, Opening<T> opening) throws ModelFailure {
        opens.lock();
        try {
            ModelSpace space = admit(manifest, files);
            boolean opened = false;
            try {
                T model = opening.openIn(space);
                space.opened();
                opened = true;
                return model;
            } finally {
                if (!opened) {
                    space.close();
                }
            }
        } finally {
            opens.unlock();
        }
    }

    /** How a model opens its files. */
    public interface Opening<T> {

        T openIn(ModelSpace space) throws ModelFailure;
    }

    int openSessions() {
        return sessions.open();
    }
}
