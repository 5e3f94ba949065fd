/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.FileAsOfNow;
import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.StatementFailure;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The ledger in the orchestrator's database, which is only read, and may be in use: all as of the moment of opening. Not thread-safe. */
public final class SqlLedgerSource implements LedgerSource {

    private final FileAsOfNow file;
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
        this.key = key;
        try {
            // Entries, tree, checkpoints and balances of the same moment.
            this.file = FileAsOfNow.open(database);
            this.connection = file.connection();
            this.rows = entries(connection);
        } catch (SQLException e) {
            throw new UnreadableLedger(UnreadableLedger.What.NONE, database, e);
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

    /** Each is written with the first checkpoint over it. */
    @Override
    public boolean hasTiles() {
        return true;
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

    /**
     * Empty where the tables are those of an older orchestrator, which the next start changes: {@link #unchecked}; and where a name was
     * changed, as then nothing tells whose balance is whose: {@link #altered}.
     */
    @Override
    public Optional<BalanceCheck> balances() throws IOException {
        try {
            Transaction tx = file.reading();
            return SnapshotTable.isReadable(tx) && new SealedNames().altered(tx).isEmpty()
                    ? Optional.of(new BalanceCheck(StoredBooks.read(tx), days(tx)))
                    : Optional.empty();
        } catch (StatementFailure | NoSuchElementException e) {
            throw new UnreadableLedger(UnreadableLedger.What.BALANCES, e.getMessage(), e);
        }
    }

    private static Optional<List<DaySum>> days(Transaction tx) {
        try {
            return Optional.of(new DayTable().all(tx));
        } catch (IllegalArgumentException e) { // a kind of entry that there is none of
            return Optional.empty();
        }
    }

    @Override
    public Optional<LedgerVerdict.Altered> altered() throws IOException {
        try {
            Transaction tx = file.reading();
            return Stream.of(SealedTable.values())
                    .flatMap(table -> table.altered(tx).stream())
                    .findFirst()
                    .map(row -> new LedgerVerdict.Altered(row.table(), row.row()));
        } catch (StatementFailure e) {
            throw new UnreadableLedger(UnreadableLedger.What.ROWS, e.getMessage(), e);
        }
    }

    @Override
    public Set<Unchecked> unchecked() throws IOException {
        try {
            Transaction tx = file.reading();
            Set<Unchecked> found = EnumSet.noneOf(Unchecked.class);
            if (!SnapshotTable.isReadable(tx)) {
                found.add(Unchecked.BALANCES);
            }
            if (Stream.of(SealedTable.values()).anyMatch(table -> table.hasUnsealed(tx))) {
                found.add(Unchecked.ROWS);
            }
            return found;
        } catch (StatementFailure e) {
            throw new UnreadableLedger(UnreadableLedger.What.ROWS, e.getMessage(), e);
        }
    }

    private static UnreadableLedger damaged(SQLException cause) {
        return new UnreadableLedger(UnreadableLedger.What.DAMAGED, cause.getErrorCode(), cause);
    }

    @Override
    public Optional<VerifyingKey> key() {
        return key;
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } catch (StatementFailure e) {
            throw new UnreadableLedger(UnreadableLedger.What.CLOSING, e.getMessage(), e);
        }
    }
}
