/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Hands a job's events on, and while the job waits asks every few seconds why. Events and reasons come one at a time, and no reason comes
 * once the job has begun. Thread-safe.
 */
public final class WaitWatch implements Consumer<JobEvent>, AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(3);

    private final NetworkClient network;
    private final String job;
    private final Consumer<JobEvent> events;
    private final Consumer<JobStatus> reasons;
    private final Duration every;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean waits;
    private boolean hasParts;
    private boolean closed;

    public WaitWatch(NetworkClient network, String job, Consumer<JobEvent> events, Consumer<JobStatus> reasons) {
        this(network, job, events, reasons, EVERY);
    }

    WaitWatch(
            NetworkClient network, String job, Consumer<JobEvent> events, Consumer<JobStatus> reasons, Duration every) {
        this.network = network;
        this.job = job;
        this.events = events;
        this.reasons = reasons;
        this.every = every;
        Thread.ofVirtual().name("why-waiting").start(this::watch);
    }

    @Override
    public void accept(JobEvent event) {
        lock.lock();
        try {
            switch (event) {
                case JobEvent.Queued ignored -> waits = true;
                case JobEvent.Requeued ignored -> waits = true;
                // Of a job of several parts the others may wait though one is done; whether they do, the network knows.
                case JobEvent.Parts ignored -> {
                    waits = true;
                    hasParts = true;
                }
                case JobEvent.Started ignored -> waits = false;
                case JobEvent.Working ignored -> waits = false;
                case JobEvent.Token ignored -> waits = false;
                case JobEvent.Done ignored -> waits = false;
                case JobEvent.Faulted ignored -> waits = false;
                case JobEvent.Cancelled ignored -> waits = false;
                case JobEvent.Expired ignored -> waits = false;
            }
            changed.signalAll();
            events.accept(event);
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (awaitTurn()) {
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns once the job has waited for a while without news, false when nobody wants to know any more. */
    private boolean awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            long left = every.toNanos();
            while (!closed && left > 0) {
                if (waits) {
                    left = changed.awaitNanos(left);
                } else {
                    changed.await();
                    left = every.toNanos();
                }
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        try {
            JobStatus status = network.status(job);
            lock.lock();
            try {
                if (waits && !closed && isWaiting(status)) {
                    reasons.accept(status);
                }
            } finally {
                lock.unlock();
            }
        } catch (ProblemException e) {
            // The stream of events is what counts, and it tells when something is wrong.
        }
    }

    /** While some parts run and others wait, no reason is given, and none is due. */
    private boolean isWaiting(JobStatus status) {
        return status.position() != null && (status.reason() != null || !hasParts);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
