/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** The ledger in the orchestrator's database, which is only read, and may be in use. */
public final class SqlLedgerSource implements LedgerSource {

    private static final int LINES_AT_ONCE = 1_024;
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Connection connection;
    private ResultSet rows;
    private final Optional<VerifyingKey> key;

    /**
     * Opens the ledger in this file.
     *
     * @param key of the server, where it is known
     * @throws IOException if the file is not an orchestrator's database
     */
    public SqlLedgerSource(Path database, Optional<VerifyingKey> key) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        this.key = key;
        try {
            this.connection = config.createConnection("jdbc:sqlite:" + database);
            // One transaction: entries, tree and checkpoints of the same moment.
            connection.setAutoCommit(false);
            this.rows = entries(connection);
        } catch (SQLException e) {
            throw new IOException("no ledger can be read from " + database, e);
        }
    }

    private static ResultSet entries(Connection connection) throws SQLException {
        return connection
                .prepareStatement("SELECT idx, LOWER(HEX(event)), body FROM ledger_entry ORDER BY idx")
                .executeQuery();
    }

    @Override
    public void rewind() throws IOException {
        try {
            rows.close();
            rows = entries(connection);
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    @Override
    public List<Line> next() throws IOException {
        try {
            List<Line> lines = new ArrayList<>(LINES_AT_ONCE);
            while (lines.size() < LINES_AT_ONCE && rows.next()) {
                lines.add(new Line(rows.getLong(1), rows.getString(2), rows.getBytes(3)));
            }
            return lines;
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    @Override
    public List<String> checkpoints() throws IOException {
        try (PreparedStatement notes = connection.prepareStatement("SELECT note FROM log_checkpoint ORDER BY size");
                ResultSet found = notes.executeQuery()) {
            List<String> read = new ArrayList<>();
            while (found.next()) {
                read.add(found.getString(1));
            }
            return read;
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    @Override
    public Optional<byte[]> tile(int level, long index) throws IOException {
        try (PreparedStatement tile =
                connection.prepareStatement("SELECT hashes FROM log_tile WHERE level = ? AND idx = ?")) {
            tile.setInt(1, level);
            tile.setLong(2, index);
            try (ResultSet found = tile.executeQuery()) {
                return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private static IOException damaged(SQLException cause) {
        return new IOException("the database itself is damaged (SQLite result " + cause.getErrorCode() + ")", cause);
    }

    @Override
    public Optional<VerifyingKey> key() {
        return key;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the database was not closed", e);
        }
    }
}
