/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Path;

/**
 * Opens sessions of one inspected graph whose step is a fraction of a second's hundredth, as those of language models are. Such a
 * session's threads look out for the next operator for {@value #SPIN_MICROS} microseconds before they sleep: not spinning at all costs
 * three tenths of the speed, and the usual spinning burns a core for 37 ms after each step (measured; docs/inference.md). Thread-safe;
 * whoever opens a session closes it.
 */
public final class GraphOpener {

    private static final int SPIN_MICROS = 50;

    /** What the runtime keeps between the operators of a run, beside what the shapes of a graph tell. */
    public static final long BETWEEN_OPERATORS_BYTES = 32L << 20;

    /** Of a graph with narrow matrices: more threads do not make a step faster. */
    private static final int NARROW_THREADS = 4;

    private final OrtEnvironment environment;
    private final Path file;
    private final GraphFacts facts;
    private final boolean mapped;

    GraphOpener(OrtEnvironment environment, Path file, GraphFacts facts, boolean mapped) {
        this.mapped = mapped;
        this.environment = environment;
        this.file = file;
        this.facts = facts;
    }

    public OrtEnvironment environment() {
        return environment;
    }

    public GraphFacts facts() {
        return facts;
    }

    /** Whether the weights of its sessions are pages of a file that several sessions share. */
    public boolean isMapped() {
        return mapped;
    }

    /**
     * Opens a session.
     *
     * @param threads that work on one operator, the calling one included
     * @throws ModelFailure if the graph does not load
     */
    public OrtSession open(int threads) throws ModelFailure {
        try (OrtSession.SessionOptions options = options(threads)) {
            return environment.createSession(file.toString(), options);
        } catch (OrtException e) {
            throw new ModelFailure(file.getFileName() + " does not load", e);
        }
    }

    /** As {@link #openIn}, for a graph that sees or hears one thing at a time. */
    public OrtSession openNarrowIn(ModelSpace space) throws ModelFailure {
        return openIn(space, Math.min(NARROW_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /** As {@link #open(int)}, for a session that closes with the space of its model. */
    public OrtSession openIn(ModelSpace space, int threads) throws ModelFailure {
        OrtSession session = open(threads);
        space.own(() -> close(session));
        return session;
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session does not close", e);
        }
    }

    static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        // A file named .ort would be read as flatbuffers, which nobody inspected.
        options.addConfigEntry("session.load_model_format", "ONNX");
        options.addConfigEntry("session.set_denormal_as_zero", "1");
        options.addConfigEntry("session.intra_op.spin_duration_us", Integer.toString(SPIN_MICROS));
        return options;
    }
}
