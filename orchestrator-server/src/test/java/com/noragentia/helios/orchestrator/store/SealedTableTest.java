/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SealedTableTest {

    /** More than are sealed at once, twice. */
    private static final int ROWS = 25_000;

    @TempDir
    private Path folder;

    @Test
    void values_that_only_look_alike_have_other_seals() {
        SealedTable table = SealedTable.LEDGER_CHECK;
        assertThat(table.seal("a", null)).isNotEqualTo(table.seal("a", "null"));
        assertThat(table.seal("a", 5L)).isNotEqualTo(table.seal("a", "5"));
        assertThat(table.seal("01", 5L)).isNotEqualTo(table.seal(new byte[] {1}, 5L));
        assertThat(table.seal("a\nb", "c")).isNotEqualTo(table.seal("a", "b\nc"));
        assertThat(table.seal("a\ntext1:b", "c")).isNotEqualTo(table.seal("a", "b\ntext1:c"));
        assertThat(table.seal("a", 5L)).isNotEqualTo(SealedTable.RECEIPT_DUE.seal("a", 5L));
    }

    @Test
    void a_number_has_the_same_seal_however_long_java_keeps_it() {
        assertThat(SealedTable.RECEIPT_DUE.seal("a", 5)).isEqualTo(SealedTable.RECEIPT_DUE.seal("a", 5L));
    }

    @Test
    void rows_of_an_older_helios_are_sealed_by_the_next_start_however_many() {
        Path file = folder.resolve("helios.db");
        SqliteStore.open(file).close();
        Jdbi.create("jdbc:sqlite:" + file).useHandle(older -> {
            String numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ") ";
            older.execute(numbers + "INSERT INTO receipt_due (account, idx) SELECT 'dd' || i % 7, i FROM n");
            older.execute(numbers + "INSERT INTO ledger_check (event, at) SELECT CAST('e' || i AS BLOB), i FROM n");
            older.execute("INSERT INTO ledger_member (member, pseudonym) VALUES ('ana', 'aa')");
        });

        try (SqliteStore store = SqliteStore.open(file)) {
            for (SealedTable table : SealedTable.values()) {
                assertThat(store.<Boolean>read(table::hasUnsealed))
                        .as(table.table())
                        .isFalse();
                assertThat(store.read(table::altered)).as(table.table()).isEmpty();
            }
            store.<Integer>write(tx -> tx.statements().update("UPDATE receipt_due SET idx = -1 WHERE idx = " + ROWS));
            assertThat(store.read(SealedTable.RECEIPT_DUE::altered)).isPresent();
        }
    }

    @Test
    void a_key_that_names_none_or_two_rows_ends_the_sealing() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("odd.db"))) {
            connection.createStatement().execute("CREATE TABLE receipt_due (account, idx, row_seal DEFAULT 0)");
            connection.createStatement().execute("INSERT INTO receipt_due (account, idx) VALUES (NULL, 1)");
            assertThatThrownBy(() -> SealedTable.RECEIPT_DUE.sealAll(connection))
                    .hasMessageContaining("receipt_due has 0 rows");

            connection.createStatement().execute("UPDATE receipt_due SET account = 'dd'");
            connection.createStatement().execute("INSERT INTO receipt_due (account, idx) VALUES ('dd', 1)");
            assertThatThrownBy(() -> SealedTable.RECEIPT_DUE.sealAll(connection))
                    .hasMessageContaining("receipt_due has 2 rows");
        }
    }
}
