/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that carry no seal, as they were written by a Helios that knew none: before there were seals, or after somebody went back
 * to it for a while. For one use, by one thread.
 */
final class UnsealedRows {

    private static final int AT_ONCE = 10_000;

    private final SealedTable table;
    private final Connection connection;

    UnsealedRows(SealedTable table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    /**
     * Seals them as they stand there.
     *
     * @throws IllegalStateException if the key of a row is not that of one row
     */
    void seal() throws SQLException {
        List<List<@Nullable Object>> page = page(List.of());
        while (!page.isEmpty()) {
            seal(page);
            page = page(page.getLast().subList(0, table.keys().size()));
        }
    }

    /** Each page begins behind the last key of the one before, so that none is read twice. */
    private List<List<@Nullable Object>> page(List<@Nullable Object> after) throws SQLException {
        String keys = String.join(", ", table.keys());
        String places = Stream.generate(() -> "?").limit(after.size()).collect(Collectors.joining(", "));
        String beyond = after.isEmpty() ? "" : " AND (" + keys + ") > (" + places + ")";
        try (PreparedStatement statement = connection.prepareStatement(table.select() + " WHERE row_seal = "
                + SealedTable.NONE + beyond + " ORDER BY " + keys + " LIMIT " + AT_ONCE)) {
            for (int i = 0; i < after.size(); i++) {
                statement.setObject(i + 1, after.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<List<@Nullable Object>> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(table.values(rows));
                }
                return found;
            }
        }
    }

    private void seal(List<List<@Nullable Object>> rows) throws SQLException {
        String named = table.keys().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + table.table() + " SET row_seal = ? WHERE " + named)) {
            for (List<@Nullable Object> row : rows) {
                update.setLong(1, table.seal(row.toArray()));
                for (int i = 0; i < table.keys().size(); i++) {
                    update.setObject(i + 2, row.get(i));
                }
                int sealed = update.executeUpdate();
                if (sealed != 1) {
                    throw new IllegalStateException(table.table() + " has " + sealed + " rows with " + table.key(row)
                            + ", and should have one");
                }
            }
        }
    }
}
