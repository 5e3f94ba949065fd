/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.concurrent.CompletableFuture;

/** Where the orchestrator keeps its facts. Thread-safe. */
public interface Store extends AutoCloseable {

    /**
     * Queues a unit of work for the writer. Units run one after another in the order they were queued; the future completes once the commit
     * that holds the unit is on disk, and fails with whatever the unit threw, in which case nothing of it remains. A caller waits when the
     * writer is far behind.
     */
    <T> CompletableFuture<T> submit(UnitOfWork<T> work);

    /** As {@link #submit}, and waits. Not to be called from within a unit of work. */
    <T> T write(UnitOfWork<T> work);

    /** Runs a unit that only reads, on the calling thread, against the last commit. */
    <T> T read(UnitOfWork<T> work);

    /** Units that may still be queued before a caller of {@link #submit} waits. */
    int room();

    /** Makes sure that no file still holds what has been deleted. */
    void scrub();

    /** Finishes what is queued, then lets go of the files. */
    @Override
    void close();
}
