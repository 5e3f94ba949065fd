/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    /** Runs the unit in a savepoint of its own; what comes of it is told when the commit has succeeded or failed. */
    UnitResult run(WriterConnection connection) {
        Transaction tx = connection.begin();
        try {
            T value = work.run(tx);
            connection.keep();
            return new UnitResult(tx, () -> result.complete(value), this::fail);
        } catch (Throwable e) { // an error of one unit must not end the thread that serves all
            runAll(tx.stepsIfUndone()); // first, as undoing may fail too
            connection.undo();
            return new UnitResult(connection.nothing(), () -> fail(e), this::fail);
        }
    }

    void fail(Throwable reason) {
        result.completeExceptionally(reason);
    }

    static void runAll(List<Runnable> steps) {
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (Throwable e) {
                LOG.error("a step after a unit failed", e);
            }
        }
    }
}
