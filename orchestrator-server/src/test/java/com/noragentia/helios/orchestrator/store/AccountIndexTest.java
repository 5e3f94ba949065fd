/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes with an account is found without reading whole tables, while everybody waits for the writer. */
class AccountIndexTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE job SET member = '' WHERE member = 'ana' AND ended_at IS NOT NULL",
                "SELECT id FROM job WHERE member = 'ana' AND ended_at IS NULL",
                "DELETE FROM pair_day WHERE requester = 'ana' OR owner = 'ana'",
                "DELETE FROM kinship WHERE one = 'ana' OR other = 'ana'",
                "DELETE FROM network_seen WHERE member = 'ana'",
                "DELETE FROM reputation WHERE owner = 'ana'",
                "DELETE FROM device WHERE member = 'ana'",
                "DELETE FROM standing WHERE member = 'ana'",
            })
    void no_table_is_read_whole(String statement, @TempDir Path folder) {
        try (SqliteStore store = SqliteStore.open(folder.resolve("helios.db"))) {
            List<String> plan = store.read(
                    tx -> tx.statements().list("EXPLAIN QUERY PLAN " + statement, row -> row.getString("detail")));

            assertThat(plan).isNotEmpty().noneMatch(step -> step.startsWith("SCAN"));
        }
    }
}
