/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a session, which ends between two operators once its thread is interrupted. A native call does not hear of an interruption, so
 * another thread looks out for it. Made and closed by the thread that runs.
 */
public final class InterruptibleRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptibleRun.class);
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final OrtSession.RunOptions options;
    private final Thread runner = Thread.currentThread();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private boolean isOver;

    public InterruptibleRun() throws OrtException {
        options = new OrtSession.RunOptions();
        Thread.ofVirtual().name("run-watch").start(this::watch);
    }

    public OrtSession.RunOptions options() {
        return options;
    }

    private void watch() {
        lock.lock();
        try {
            long left = GLANCE_NANOS;
            while (!isOver) {
                left = left > 0 ? over.awaitNanos(left) : GLANCE_NANOS;
                if (!isOver && runner.isInterrupted()) {
                    options.setTerminate(true);
                    return;
                }
            }
        } catch (OrtException e) {
            LOG.warn("a run cannot be ended early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** From here nobody touches the native options. */
    @Override
    public void close() {
        lock.lock();
        try {
            isOver = true;
            over.signal();
        } finally {
            lock.unlock();
        }
        options.close();
    }
}
