/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the run of the graph that nobody wants any more, between two of its operators: the one of a sequence that was cancelled while it
 * runs alone, and any once the model closes. A run that others take part in goes on, as it is soon over. Thread-safe.
 */
final class RunGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunGuard.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final OrtSession.RunOptions options;
    private @Nullable Writing alone;
    private boolean closing;

    RunGuard() throws OrtException {
        options = new OrtSession.RunOptions();
    }

    OrtSession.RunOptions options() {
        return options;
    }

    /**
     * To be called before each run.
     *
     * @param writing whose run it is, if it is of one alone
     * @return false if there must be no run
     */
    boolean begin(@Nullable Writing writing) throws OrtException {
        lock.lock();
        try {
            if (closing || (writing != null && writing.isUnwanted())) {
                return false;
            }
            options.setTerminate(false);
            alone = writing;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** To be called after each run. */
    void end() {
        lock.lock();
        try {
            alone = null;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody wants any more of this. */
    void cancel(Writing writing) {
        lock.lock();
        try {
            writing.markUnwanted();
            if (writing.equals(alone)) {
                terminate();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets no run begin from now on, and ends the one at hand. */
    void shut() {
        lock.lock();
        try {
            closing = true;
            terminate();
        } finally {
            lock.unlock();
        }
    }

    private void terminate() {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            LOG.warn("a run cannot be ended early", e);
        }
    }

    /** After the last run, when nobody cancels any more. */
    @Override
    public void close() {
        options.close();
    }
}
