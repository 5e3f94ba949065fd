/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of an earlier version keeps what was accepted. */
class MigrationTest {

    @Test
    void tasks_that_waited_or_were_leased_before_the_record_of_dispatch_wait_after_it(@TempDir Path folder) {
        Path file = folder.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:com/noragentia/helios/orchestrator/store/migration")
                .target("5")
                .load()
                .migrate();
        Jdbi.create("jdbc:sqlite:" + file).useHandle(old -> {
            job(old, "waits", "QUEUED", "QUEUED");
            job(old, "runs", "RUNNING", "LEASED");
            job(old, "done", "DONE", "DONE");
        });

        try (SqliteStore store = SqliteStore.open(file)) {
            assertThat(store.<List<String>>read(tx -> tx.statements().list("""
                                    SELECT task.job || ' ' || task.state || ' ' || task.is_open || ' ' || task.member || ' ' ||
                                           task_input.body || ' ' || job.state
                                    FROM task JOIN task_input ON task_input.task = task.number JOIN job ON job.id = task.job
                                    ORDER BY task.number
                                    """, row -> row.getString(1))))
                    .containsExactly(
                            "waits QUEUED 1 ana {} QUEUED", "runs QUEUED 1 ana {} QUEUED", "done DONE 0 ana {} DONE");
        }
    }

    @Test
    void rows_that_were_written_before_there_were_seals_are_sealed_as_they_are(@TempDir Path folder) {
        Path file = folder.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:com/noragentia/helios/orchestrator/store/migration")
                .target("22")
                .load()
                .migrate();
        Jdbi.create("jdbc:sqlite:" + file).useHandle(old -> {
            old.execute("INSERT INTO ledger_member (member, pseudonym) VALUES ('ana', 'aa')");
            old.execute("INSERT INTO ledger_device (device, owner, pseudonym) VALUES ('tower', 1, 'dd')");
            old.execute("INSERT INTO ledger_check (event, at) VALUES (x'0102', 7), (x'0103', NULL)");
            old.execute("INSERT INTO ledger_gone_device (day, device, minted) VALUES (9, 'gone', 5)");
            old.execute("INSERT INTO ledger_correction (idx, corrected, why) VALUES (2, 1, 'a mistake')");
            old.execute("INSERT INTO log_checkpoint (size, at, note) VALUES (3, 12345678901, 'line 1' || char(10))");
            old.execute("INSERT INTO receipt_due (account, idx) VALUES ('dd', 0), ('dd', 1)");
            old.execute("INSERT INTO receipt_signed (account, last_idx, first_idx, size, signature, at)"
                    + " VALUES ('dd', 2, 2, 3, 's', 8)");
        });

        try (SqliteStore store = SqliteStore.open(file)) {
            for (SealedTable table : SealedTable.values()) {
                assertThat(store.<Long>read(tx -> tx.statements()
                                .first("SELECT COUNT(*) FROM " + table.table(), row -> row.getLong(1))
                                .orElseThrow()))
                        .as(table.table())
                        .isPositive();
                assertThat(store.read(table::altered)).as(table.table()).isEmpty();
            }
            store.<Integer>write(tx -> tx.statements().update("UPDATE ledger_correction SET why = 'a mistakf'"));
            assertThat(store.read(SealedTable.LEDGER_CORRECTION::altered))
                    .contains(new SealedTable.Altered("ledger_correction", "idx 2"));
        }
    }

    @Test
    void a_database_that_a_newer_helios_has_changed_is_left_alone(@TempDir Path folder) {
        Path file = folder.resolve("newer.db");
        SqliteStore.open(file).close();
        Jdbi.create("jdbc:sqlite:" + file).useHandle(newer -> newer.execute("""
                        INSERT INTO flyway_schema_history
                        SELECT MAX(installed_rank) + 1, '999', 'of later', 'SQL', 'V999__of_later.sql', 1, '', installed_on, 1, 1
                        FROM flyway_schema_history
                        """));

        assertThatThrownBy(() -> SqliteStore.open(file))
                .isInstanceOf(NewerDatabase.class)
                .hasMessageContaining("newer Helios")
                .hasMessageContaining("999");
    }

    private static void job(Handle old, String job, String jobState, String taskState) {
        old.execute(
                "INSERT INTO job (id, member, expert, state, accepted_at, request_hash) VALUES (?, 'ana', 'CHAT', ?, 1, '')",
                job,
                jobState);
        old.execute(
                "INSERT INTO task (id, job, expert, input, state, queued_at) VALUES (?, ?, 'CHAT', '{}', ?, 1)",
                job,
                job,
                taskState);
    }
}
