/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/**
 * A store's file as of one moment: only read, never made or migrated, and another process may write it meanwhile. Not thread-safe.
 */
public final class FileAsOfNow implements AutoCloseable {

    private final Connection connection;
    private final Handle handle;
    private final Statements statements;

    private FileAsOfNow(Connection connection) {
        this.connection = connection;
        this.handle = Jdbi.open(connection);
        this.statements = new Statements(connection);
    }

    /**
     * Opens it; the moment is that of the first reading.
     *
     * @throws SQLException if it is no database, or not there
     */
    public static FileAsOfNow open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(SqliteStore.BUSY_TIMEOUT_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        connection.setAutoCommit(false);
        return new FileAsOfNow(connection);
    }

    /** For long results, which are better not held in memory. */
    public Connection connection() {
        return connection;
    }

    /** For repositories, which may only read. */
    public Transaction reading() {
        return new Transaction(handle, statements);
    }

    /** @throws StatementFailure if SQLite cannot */
    @Override
    public void close() {
        statements.close();
        handle.close();
    }
}
