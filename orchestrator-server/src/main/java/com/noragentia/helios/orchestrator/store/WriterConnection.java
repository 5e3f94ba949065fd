/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import org.jdbi.v3.core.Handle;

/** The one connection that writes: commits, and within them savepoints, one a unit. Not thread-safe. */
final class WriterConnection implements AutoCloseable {

    private final Handle handle;
    private final Statements statements;

    WriterConnection(Handle handle) {
        this.handle = handle;
        this.statements = new Statements(handle.getConnection());
    }

    void beginCommit() {
        statements.update("BEGIN IMMEDIATE");
    }

    void commit() {
        statements.update("COMMIT");
    }

    void rollBack() {
        statements.update("ROLLBACK");
    }

    /** Brings what the write-ahead log holds into the file; between commits. */
    void checkpoint() {
        statements.list("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getInt(1));
    }

    /** Begins a unit. */
    Transaction begin() {
        statements.update("SAVEPOINT unit");
        return nothing();
    }

    /** Ends a unit; what it wrote is part of the commit. */
    void keep() {
        statements.update("RELEASE unit");
    }

    /** Ends a unit; nothing it wrote remains. */
    void undo() {
        statements.update("ROLLBACK TO unit");
        statements.update("RELEASE unit");
    }

    /** A transaction with no steps. */
    Transaction nothing() {
        return new Transaction(handle, statements);
    }

    @Override
    public void close() {
        statements.close();
        handle.close();
    }
}
