/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes what has queued up while it was busy, runs each unit in a savepoint of its own, and commits them
 * together: the cost of a durable commit is shared, and no two writers ever contend for the file.
 */
final class GroupCommitWriter implements AutoCloseable {

    static final int UNITS_PER_COMMIT = 500;
    /** Units that may wait before callers do. */
    static final int UNITS_WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);

    private final WriterConnection connection;
    private final Checkpoints checkpoints;
    private final BlockingQueue<PendingUnit<?>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(UNITS_WAITING);
    private final PendingUnit<Boolean> lastUnit = new PendingUnit<>(_ -> true, false);
    private final Object gate = new Object();
    private final Thread thread;
    private final List<PendingUnit<?>> batch = new ArrayList<>(UNITS_PER_COMMIT);
    private boolean closed;
    private boolean broken;

    GroupCommitWriter(Handle handle, Checkpoints checkpoints) {
        this.connection = new WriterConnection(handle);
        this.checkpoints = checkpoints;
        this.thread = Thread.ofPlatform().name("store-writer").start(this::work);
    }

    <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
        PendingUnit<T> unit = new PendingUnit<>(work, takeRoom());
        synchronized (gate) {
            if (broken) {
                refuse(unit, "the store's writer has stopped");
            } else if (closed) {
                refuse(unit, "the store is closed");
            } else {
                queue.add(unit);
            }
        }
        return unit.result();
    }

    /** The writer itself may queue more work after a commit; it must not wait for itself. */
    private boolean takeRoom() {
        if (Thread.currentThread().equals(thread)) {
            return room.tryAcquire();
        }
        room.acquireUninterruptibly();
        return true;
    }

    private void refuse(PendingUnit<?> unit, String reason) {
        giveRoomBack(List.of(unit));
        unit.fail(new IllegalStateException(reason));
    }

    private void giveRoomBack(List<PendingUnit<?>> units) {
        int places = 0;
        for (PendingUnit<?> unit : units) {
            places += unit.takesRoom() ? 1 : 0;
        }
        room.release(places);
    }

    /** Room for units that may still be queued before a caller waits. */
    int room() {
        return room.availablePermits();
    }

    private void work() {
        try {
            drain();
        } catch (Throwable e) {
            breakDown(e);
        }
    }

    /** Nobody may wait for a thread that is gone: all that waits fails, and so does whatever comes. */
    private void breakDown(Throwable reason) {
        synchronized (gate) {
            broken = true;
            queue.drainTo(batch);
        }
        batch.forEach(unit -> unit.fail(new IllegalStateException("the store's writer has stopped", reason)));
        giveRoomBack(batch);
        lastUnit.fail(reason);
        LOG.error("the store's writer has stopped: nothing is written any more; restart the orchestrator", reason);
    }

    private void drain() {
        while (!lastUnit.result().isDone()) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                continue; // only the last unit ends this thread, so that nothing queued is lost
            }
            queue.drainTo(batch, UNITS_PER_COMMIT - 1);
            new Batch(connection).commit(batch);
            giveRoomBack(batch);
            batch.clear();
            checkpoints.committed();
            if (checkpoints.takeIsLong()) {
                shortenLog();
            }
        }
    }

    private void shortenLog() {
        try {
            connection.checkpoint();
        } catch (StatementFailure e) { // the log is longer than it need be, and no worse
            LOG.warn("the log of the store was not begun anew: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        synchronized (gate) {
            if (!closed) {
                closed = true;
                queue.add(lastUnit);
            }
        }
        lastUnit.result().exceptionally(_ -> false).join();
        connection.close();
    }
}
