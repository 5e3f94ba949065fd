/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queued unit of work, and the caller's future. */
final class PendingUnit<T> {

    private static final Logger LOG = LoggerFactory.getLogger(PendingUnit.class);

    private final UnitOfWork<T> work;
    private final boolean takesRoom;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /**
     * A unit that is to be queued.
     *
     * @param takesRoom whether it fills a place in the queue that must be given back
     */
    PendingUnit(UnitOfWork<T> work, boolean takesRoom) {
        this.work = work;
        this.takesRoom = takesRoom;
    }

    boolean takesRoom() {
        return takesRoom;
    }

    CompletableFuture<T> result() {
        return result;
    }

    /** Runs the unit; what it returns tells the caller, and must wait for the commit. */
    Runnable run(Handle handle) {
        Transaction tx = new Transaction(handle);
        handle.execute("SAVEPOINT unit");
        try {
            T value = work.run(tx);
            handle.execute("RELEASE unit");
            return () -> succeed(tx, value);
        } catch (Throwable e) { // an error of one unit must not end the thread that serves all
            handle.execute("ROLLBACK TO unit");
            handle.execute("RELEASE unit");
            return () -> fail(e);
        }
    }

    private void succeed(Transaction tx, T value) {
        for (Runnable step : tx.stepsAfterCommit()) {
            try {
                step.run();
            } catch (Throwable e) {
                LOG.error("a step after a commit failed", e);
            }
        }
        result.complete(value);
    }

    void fail(Throwable reason) {
        result.completeExceptionally(reason);
    }
}
