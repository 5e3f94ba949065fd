/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One session for each graph and its data, however many models use it; it closes with its last user. Thread-safe. */
final class SharedSessions {

    private final OrtEnvironment environment;
    private final int intraOpThreads;
    private final Map<GraphContent, Shared> byContent = new HashMap<>();

    SharedSessions(OrtEnvironment environment, int intraOpThreads) {
        this.environment = environment;
        this.intraOpThreads = intraOpThreads;
    }

    /**
     * The session of a verified and inspected file; each call needs one {@link #release}.
     *
     * @param content of the graph and of all that it reads
     */
    synchronized OrtSession acquire(GraphContent content, Path path) throws ModelFailure {
        Shared shared = byContent.get(content);
        if (shared == null) {
            shared = new Shared(load(path));
            byContent.put(content, shared);
        }
        shared.users++;
        return shared.session;
    }

    synchronized void release(GraphContent content) {
        Shared shared = byContent.get(content);
        if (shared == null) {
            throw new IllegalStateException("session released more often than acquired");
        }
        if (--shared.users == 0) {
            byContent.remove(content);
            close(shared.session);
        }
    }

    synchronized int open() {
        return byContent.size();
    }

    private OrtSession load(Path path) throws ModelFailure {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(intraOpThreads);
            options.setInterOpNumThreads(1);
            // A file named .ort would be read as flatbuffers, which nobody inspected.
            options.addConfigEntry("session.load_model_format", "ONNX");
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            // Remembers what each shape needed; here nearly every input has a shape of its own.
            options.setMemoryPatternOptimization(false);
            // A guest on somebody's computer does not burn its cores while waiting.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(path.toString(), options);
        } catch (OrtException e) {
            throw new ModelFailure(path.getFileName() + " does not load", e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session does not close", e);
        }
    }

    private static final class Shared {
        private final OrtSession session;
        private int users;

        private Shared(OrtSession session) {
            this.session = session;
        }
    }
}
