/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.IntFunction;
import org.sqlite.SQLiteConfig;

/** An exported ledger put back into the tables of the orchestrator's database: entries alone, as no checkpoint stands without the tiles of its tree. */
final class DatabaseCopy {

    private static final String EVENT = "\"event\":\"";
    private static final int EVENT_DIGITS = 64;
    private static final int CACHE_KIBIBYTES = 128 * 1024;

    private DatabaseCopy() {}

    static void write(Path exported, Path database) throws IOException {
        SqliteStore.open(database).close();
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setCacheSize(-CACHE_KIBIBYTES);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + database);
                BufferedReader lines = Files.newBufferedReader(exported)) {
            connection.setAutoCommit(false);
            lines.readLine(); // the heading
            entries(connection, lines);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("no copy of the ledger of the bench", e);
        }
    }

    /** Gives each account an owner, as the ledger would have. */
    static void name(Path database, int devices, IntFunction<String> pseudonyms) {
        try (Store store = SqliteStore.open(database)) {
            store.write(tx -> {
                for (int i = 0; i < devices; i++) {
                    tx.statements()
                            .update(
                                    "INSERT INTO ledger_member (number, member, pseudonym) VALUES (?, ?, ?)",
                                    i + 1,
                                    "member " + i,
                                    pseudonyms.apply(i));
                    tx.statements()
                            .update(
                                    "INSERT INTO ledger_device (device, owner, pseudonym) VALUES (?, ?, ?)",
                                    "device " + i,
                                    i + 1,
                                    pseudonyms.apply(i));
                }
                SealedTable.LEDGER_MEMBER.sealAll(tx.handle().getConnection());
                SealedTable.LEDGER_DEVICE.sealAll(tx.handle().getConnection());
                return true;
            });
        }
    }

    /** Writes the balances, as of all entries. */
    static void recount(Path database) {
        Ledger ledger = new Ledger(LedgerRules.USUAL, (_, _) -> false, () -> "", OpenHolds.NONE, Clock.systemUTC());
        try (Store store = SqliteStore.open(database)) {
            store.write(ledger::recount);
        }
    }

    /** Up to the empty line; how many there are. */
    private static void entries(Connection connection, BufferedReader lines) throws IOException, SQLException {
        long index = 0;
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ledger_entry (idx, event, body) VALUES (?, ?, ?)")) {
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                int event = line.indexOf(EVENT) + EVENT.length();
                insert.setLong(1, index);
                insert.setBytes(2, HexFormat.of().parseHex(line, event, event + EVENT_DIGITS));
                insert.setString(3, line);
                insert.executeUpdate();
                index++;
            }
        }
    }
}
