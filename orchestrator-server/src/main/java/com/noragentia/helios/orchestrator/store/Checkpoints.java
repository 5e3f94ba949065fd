/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the write-ahead log holds into the database file, beside the writer. Were that left to the writer, as is SQLite's habit, some
 * commits would take ten times as long as the others. Only the writer can begin the log anew, and only where all of it is in the file: so
 * when the log has become long, the writer does what little is left. Thread-safe.
 */
final class Checkpoints implements AutoCloseable {

    /** The log is begun anew when it has become longer: 64 MB with pages of 4 KB. */
    static final int FRAMES = 16_384;

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int STOP_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Handle handle;
    private final int frames;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("store-checkpoints").daemon().factory());
    private volatile boolean isNew;
    private volatile boolean isLong;

    /**
     * Begins at once.
     *
     * @param handle a connection of its own, closed at the end
     * @param frames pages in the log with which it is long
     */
    Checkpoints(Handle handle, int frames) {
        this.handle = handle;
        this.frames = frames;
        var _ = timer.scheduleWithFixedDelay(
                this::attempt, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The writer has committed something. */
    void committed() {
        isNew = true;
    }

    /** Whether the writer is to bring the rest into the file, now; asked once for each time. */
    boolean takeIsLong() {
        boolean was = isLong;
        isLong = false;
        return was;
    }

    private void attempt() {
        if (isNew) {
            isNew = false;
            try {
                isLong = length() > frames;
            } catch (RuntimeException e) { // the next attempt does it all
                LOG.warn("what was written stays in the log for now: {}", e.getMessage());
            }
        }
    }

    /** Does what can be done without keeping anybody waiting; returns how long the log is. */
    private int length() {
        return handle.createQuery("PRAGMA wal_checkpoint(PASSIVE)")
                .map((row, _) -> row.getInt(2))
                .one();
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a checkpoint of the store takes long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handle.close();
    }
}
