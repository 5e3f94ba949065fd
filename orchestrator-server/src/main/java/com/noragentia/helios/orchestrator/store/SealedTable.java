/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import com.noragentia.helios.protocol.crypto.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tables whose rows can be reckoned from nothing else. Each row carries a number, column {@code row_seal}, that says whether it is as it was
 * written. It tells of accidents and of careless hands: whoever knows the rule can make one, and nothing here finds that out. Nor does a row
 * tell that another is gone. Thread-safe.
 */
public enum SealedTable {
    /** Of an account, who it belongs to; likewise the next. */
    LEDGER_MEMBER(1, "number", "member", "pseudonym"),
    LEDGER_DEVICE(1, "number", "device", "owner", "pseudonym"),
    LEDGER_CHECK(1, "event", "at"),
    LEDGER_GONE_DEVICE(2, "day", "device", "minted"),
    LEDGER_CORRECTION(1, "idx", "corrected", "why"),
    LOG_CHECKPOINT(1, "size", "at", "note"),
    RECEIPT_DUE(2, "account", "idx"),
    RECEIPT_SIGNED(2, "account", "last_idx", "first_idx", "size", "signature", "at");

    private static final int DIGITS = 16;
    private static final int HEX = 16;
    /** What a row has that was never sealed. */
    static final long NONE = 0;

    private final int keys;
    private final List<String> columns;

    /**
     * A row that is not as it was written.
     *
     * @param row its key, as it stands there
     */
    public record Altered(String table, String row) {}

    /** @param keys so many columns, from the first on, name a row */
    SealedTable(int keys, String... columns) {
        this.keys = keys;
        this.columns = List.of(columns);
    }

    /** As the database calls it. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The seal of a row.
     *
     * @param values of all its sealed columns, in their order: text, whole numbers, bytes, or null
     */
    public long seal(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(table() + " has " + columns.size() + " sealed columns");
        }
        StringBuilder text = new StringBuilder("helios-row-1\n").append(table());
        for (Object value : values) {
            text.append('\n').append(typed(value));
        }
        long seal = Long.parseUnsignedLong(Sha256.hex(text.toString()), 0, DIGITS, HEX);
        return seal == NONE ? 1 : seal;
    }

    /** With type and length in front: neither can another value look alike, nor a part of the next one belong to it. */
    private static String typed(@Nullable Object value) {
        String text = text(value);
        return (value == null ? "null" : type(value)) + text.length() + ":" + text;
    }

    private static String type(Object value) {
        return switch (value) {
            case Integer _, Long _ -> "number";
            case Double _ -> "real";
            case String _ -> "text";
            case byte[] _ -> "bytes";
            default -> throw new IllegalArgumentException("no value of SQLite: " + value.getClass());
        };
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    /** The first row that is not as it was written; one without a seal says nothing of that. */
    public Optional<Altered> altered(Transaction tx) {
        if (!hasSeals(tx)) {
            return Optional.empty();
        }
        try (PreparedStatement statement = tx.handle().getConnection().prepareStatement(select());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<@Nullable Object> values = values(rows);
                long seal = rows.getLong(columns.size() + 1);
                if (seal != NONE && seal != seal(values.toArray())) {
                    return Optional.of(new Altered(table(), key(values)));
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new StatementFailure(select(), e);
        }
    }

    /** Not before version 23 of the database. */
    private boolean hasSeals(Transaction tx) {
        return tx.statements()
                .first(
                        "SELECT COUNT(*) FROM pragma_table_info('" + table() + "') WHERE name = 'row_seal'",
                        row -> row.getInt(1) == 1)
                .orElse(false);
    }

    String select() {
        return "SELECT " + String.join(", ", columns) + ", row_seal FROM " + table();
    }

    List<@Nullable Object> values(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
            values.add(row.getObject(i));
        }
        return values;
    }

    /** What names a row. */
    List<String> keys() {
        return columns.subList(0, keys);
    }

    String key(List<@Nullable Object> values) {
        return IntStream.range(0, keys)
                .mapToObj(i -> columns.get(i) + " " + text(values.get(i)))
                .collect(Collectors.joining(", "));
    }

    /** Whether there are rows that say nothing of how they were written; so it is with all of them before there were seals. */
    public boolean hasUnsealed(Transaction tx) {
        return !hasSeals(tx)
                || tx.statements()
                        .first(
                                "SELECT EXISTS (SELECT 1 FROM " + table() + " WHERE row_seal = " + NONE + ")",
                                row -> row.getInt(1) == 1)
                        .orElse(false);
    }

    /**
     * Seals, as they stand there, rows of before there were seals, and those that were not written by the table's own class.
     *
     * @throws IllegalStateException if the key of a row is not that of one row
     */
    public void sealAll(Connection connection) {
        try {
            new UnsealedRows(this, connection).seal();
        } catch (SQLException e) {
            throw new StatementFailure("sealing " + table(), e);
        }
    }
}
