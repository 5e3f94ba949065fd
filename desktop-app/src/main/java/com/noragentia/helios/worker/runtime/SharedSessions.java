/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One session for each graph file, however many models use it; it closes with its last user. Thread-safe. */
final class SharedSessions {

    private final OrtEnvironment environment;
    private final int intraOpThreads;
    private final Map<String, Shared> bySha256 = new HashMap<>();

    SharedSessions(OrtEnvironment environment, int intraOpThreads) {
        this.environment = environment;
        this.intraOpThreads = intraOpThreads;
    }

    /** The session of a verified and inspected file; each call needs one {@link #release}. */
    synchronized OrtSession acquire(ModelFile file, Path path) throws ModelFailure {
        Shared shared = bySha256.get(file.sha256());
        if (shared == null) {
            shared = new Shared(load(file, path));
            bySha256.put(file.sha256(), shared);
        }
        shared.users++;
        return shared.session;
    }

    synchronized void release(ModelFile file) {
        Shared shared = bySha256.get(file.sha256());
        if (shared == null) {
            throw new IllegalStateException("session released more often than acquired: " + file.name());
        }
        if (--shared.users == 0) {
            bySha256.remove(file.sha256());
            close(shared.session);
        }
    }

    synchronized int open() {
        return bySha256.size();
    }

    private OrtSession load(ModelFile file, Path path) throws ModelFailure {
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
            throw new ModelFailure(file.name() + " does not load", e);
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
