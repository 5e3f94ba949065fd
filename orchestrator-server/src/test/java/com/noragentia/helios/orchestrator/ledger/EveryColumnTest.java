/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/**
 * A flipped bit anywhere in the ledger's and the log's tables is found: in every column that the database has, so that a new one cannot be
 * forgotten, and of books that have something in each.
 */
@Timeout(120)
class EveryColumnTest {

    /** Columns that need no check, and why. */
    private static final Map<String, String> NEEDLESS =
            Map.of("ledger_snapshot.id", "the table has one row, which everybody reads whatever its number");

    private static final String TABLES = """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND (name GLOB 'ledger_*' OR name GLOB 'log_*' OR name GLOB 'receipt_*') ORDER BY name
            """;
    /** More than a tile of the tree. */
    private static final int ENTRIES = 260;
    /** From each end of a table. */
    private static final int ROWS = 3;

    private static final int BITS = 5;

    private final SigningKey key = SigningKey.generate(new SecureRandom());

    @TempDir
    private Path folder;

    private Path database;
    private Connection beside;

    @BeforeEach
    void write() throws SQLException {
        LedgerTrial trial = new LedgerTrial(folder, LedgerRules.USUAL);
        LogWiring log = new LogWiring(trial.store(), key, trial.clock);
        trial.settle("t1", "Ana", "ben", "Ben", 60_000);
        trial.settle("t2", "Ana", "cleo", "Cleo", 900);
        trial.pass(Duration.ofHours(7));
        trial.passed("c1", "ben");
        trial.compensate(1);
        trial.failed("c2", "cleo", "Cleo");
        for (int i = 0; i < ENTRIES; i++) {
            trial.settle("more " + i, "Ana", "ben", "Ben", 1);
        }
        trial.pass(Duration.ofDays(1));
        trial.tend();
        signed(trial, log);
        trial.allow("Cleo", "cleo", 100);
        trial.mint("k1", "ben", "Ben", 20);
        trial.mint("k2", "dora", "Dora", 20);
        trial.run(tx -> trial.ledger().close(tx, "Dora"));
        trial.passed("c3", "ben");
        trial.pass(Clerk.BETWEEN_SNAPSHOTS);
        trial.tend();
        trial.settle("newer than the snapshot", "Eva", "fred", "Fred", 3);
        signed(trial, log);
        trial.settle("newer than the checkpoint", "Gil", "hal", "Hal", 3);
        trial.run(tx -> trial.ledger().hold(tx, "Ida", "asks and has nothing", Outlay.of(Credits.of(1))));
        trial.close();
        database = trial.database();
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(false);
        beside = config.createConnection("jdbc:sqlite:" + database);
        beside.createStatement().execute("PRAGMA ignore_check_constraints = ON");
    }

    /** A checkpoint, and one device's receipts under it. */
    private static void signed(LedgerTrial trial, LogWiring log) {
        trial.pass(Duration.ofMinutes(1));
        assertThat(log.log().tend()).isTrue();
        ReceiptBatch batch = log.receipts().next("ben", 0).orElseThrow();
        log.receipts().signed("ben", batch, "a signature");
    }

    @AfterEach
    void close() throws SQLException {
        beside.close();
    }

    private boolean isFound() {
        try (LedgerSource source = new SqlLedgerSource(database, Optional.of(key.verifyingKey()))) {
            return !(LedgerVerification.of(source, 1) instanceof Sound);
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void a_flipped_bit_in_any_column_of_the_ledger_and_its_log_is_found() throws SQLException {
        assertThat(isFound()).as("before anybody touched it").isFalse();
        TreeSet<String> tried = new TreeSet<>();
        TreeSet<String> all = new TreeSet<>();
        List<String> unseen = new ArrayList<>();
        for (String table : list(TABLES)) {
            List<Map<String, @Nullable Object>> rows = some(rows(table));
            list("SELECT name FROM pragma_table_info('" + table + "')")
                    .forEach(column -> all.add(table + "." + column));
            for (Map<String, @Nullable Object> row : rows) {
                for (String column : row.keySet()) {
                    if (!NEEDLESS.containsKey(table + "." + column) && tryOut(table, row, column, unseen)) {
                        tried.add(table + "." + column);
                    }
                }
            }
        }

        assertThat(unseen).isEmpty();
        all.removeAll(NEEDLESS.keySet());
        assertThat(tried).isEqualTo(all);
        assertThat(isFound()).as("put back as it was").isFalse();
    }

    private boolean tryOut(String table, Map<String, @Nullable Object> row, String column, List<String> unseen)
            throws SQLException {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(row);
        for (int bit = 0; bit < BITS; bit++) {
            Optional<Object> flipped = flipped(row.get(column), bit);
            if (flipped.isPresent()) {
                changed.put(column, flipped.get());
                if (update(table, row, column, flipped.get())) {
                    if (!isFound()) {
                        unseen.add(table + "." + column + " of " + row);
                    }
                    assertThat(update(table, changed, column, row.get(column))).isTrue();
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Object> flipped(@Nullable Object value, int bit) {
        return switch (value) {
            case Integer number -> Optional.of((long) number ^ (1L << bit));
            case Long number -> Optional.of(number ^ (1L << bit));
            case Double number -> Optional.of(Double.longBitsToDouble(Double.doubleToLongBits(number) ^ (1L << bit)));
            case String text
            when !text.isEmpty() -> {
                int last = text.length() - 1;
                yield Optional.of(text.substring(0, last) + (char) (text.charAt(last) ^ (1 << bit)));
            }
            case byte[] bytes -> {
                byte[] copy = bytes.clone();
                copy[copy.length - 1] ^= (byte) (1 << bit);
                yield Optional.of(copy);
            }
            case null, default -> Optional.empty();
        };
    }

    /** False where another row has that key already. */
    private boolean update(String table, Map<String, @Nullable Object> row, String column, @Nullable Object value) {
        String where = row.keySet().stream().map(name -> name + " IS ?").collect(Collectors.joining(" AND "));
        try (PreparedStatement update =
                beside.prepareStatement("UPDATE " + table + " SET " + column + " = ? WHERE " + where)) {
            update.setObject(1, value);
            int i = 2;
            for (Object old : row.values()) {
                update.setObject(i++, old);
            }
            assertThat(update.executeUpdate())
                    .as(table + "." + column + " of " + row)
                    .isOne();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private List<String> list(String sql) throws SQLException {
        try (ResultSet rows = beside.createStatement().executeQuery(sql)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }

    private List<Map<String, @Nullable Object>> rows(String table) throws SQLException {
        try (ResultSet rows = beside.createStatement().executeQuery("SELECT * FROM " + table)) {
            List<Map<String, @Nullable Object>> read = new ArrayList<>();
            while (rows.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
                }
                read.add(row);
            }
            return read;
        }
    }

    private static List<Map<String, @Nullable Object>> some(List<Map<String, @Nullable Object>> rows) {
        if (rows.size() <= 2 * ROWS) {
            return rows;
        }
        List<Map<String, @Nullable Object>> ends = new ArrayList<>(rows.subList(0, ROWS));
        ends.addAll(rows.subList(rows.size() - ROWS, rows.size()));
        return ends;
    }
}
