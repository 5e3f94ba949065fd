/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The least that keeping a line costs: a row of the line and its number, made beforehand; no check, nobody who waits. With the ledger's
 * columns there are 32 bytes more in a row, which begin with the time as its events do, and their unique index.
 */
final class BareInserts implements AutoCloseable {

    private static final int ROWS_PER_COMMIT = 500;
    private static final int EVENT_BYTES = 32;

    private final Connection connection;
    private final String line = line();
    private final Random random = new Random(5);
    private final boolean hasEvents;
    private long next;

    /** @param hasEvents whether the table has the ledger's columns and its unique index, or only number and line */
    BareInserts(Path file, boolean hasEvents) {
        this.hasEvents = hasEvents;
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            this.connection = source.getConnection();
            connection
                    .createStatement()
                    .execute("CREATE TABLE line (idx INTEGER PRIMARY KEY, "
                            + (hasEvents ? "event BLOB NOT NULL UNIQUE, " : "")
                            + "body TEXT NOT NULL)");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("no comparison without its table", e);
        }
    }

    /** As long as those of the ledger. */
    private static String line() {
        Credits work = Credits.of(30.25);
        return new String(
                new LedgerEntry(
                                LedgerEntry.VERSION,
                                100_000,
                                1_770_000_000_000L,
                                EntryKind.TASK,
                                LedgerEntry.FIRST,
                                List.of(
                                        new Posting(new Account.Member("0".repeat(32)), work.times(-1.08)),
                                        new Posting(new Account.Pending("1".repeat(32)), work),
                                        new Posting(Account.House.BURN, work.times(0.08))),
                                LedgerAppends.FACTS,
                                LedgerEntry.FIRST)
                        .canonical(),
                StandardCharsets.UTF_8);
    }

    double perSecond(int rows) {
        byte[][] events = events(hasEvents ? rows : 0);
        long start = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement(
                hasEvents
                        ? "INSERT INTO line (idx, body, event) VALUES (?, ?, ?)"
                        : "INSERT INTO line (idx, body) VALUES (?, ?)")) {
            for (int i = 1; i <= rows; i++) {
                insert.setLong(1, next++);
                insert.setString(2, line);
                if (hasEvents) {
                    insert.setBytes(3, events[i - 1]);
                }
                insert.executeUpdate();
                if (i % ROWS_PER_COMMIT == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("a line was not written", e);
        }
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    private byte[][] events(int count) {
        byte[][] events = new byte[count][EVENT_BYTES];
        for (byte[] event : events) {
            random.nextBytes(event);
            ByteBuffer.wrap(event).putLong(System.currentTimeMillis() << Short.SIZE | random.nextInt(1 << Short.SIZE));
        }
        return events;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
