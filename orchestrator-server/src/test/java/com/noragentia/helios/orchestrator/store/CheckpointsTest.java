/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the write-ahead log holds comes into the file, and the log is begun anew, though the writer does neither by itself. */
class CheckpointsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PAGE_BYTES = 4096;
    private static final int LONG = 100;
    private static final String ROW = "x".repeat(PAGE_BYTES);

    private Path file;
    private Handle writing;
    private Checkpoints checkpoints;
    private GroupCommitWriter writer;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("log.db");
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + file);
        writing = jdbi.open();
        writing.execute("PRAGMA journal_mode = WAL");
        writing.execute("PRAGMA wal_autocheckpoint = 0");
        writing.execute("CREATE TABLE line (text TEXT)");
        checkpoints = new Checkpoints(jdbi.open(), LONG);
        writer = new GroupCommitWriter(writing, checkpoints);
    }

    @AfterEach
    void close() {
        writer.close();
        checkpoints.close();
    }

    @Test
    void what_is_committed_comes_into_the_file() {
        write(LONG / 4);
        await().atMost(SOON).until(() -> size(file) > LONG / 4 * PAGE_BYTES);
    }

    @Test
    void a_log_that_has_become_long_is_begun_anew() {
        Path log = file.resolveSibling("log.db-wal");
        await().atMost(SOON).until(() -> {
            long before = size(log);
            write(LONG);
            return size(log) == before; // written over what is in the file already
        });
        assertThat(size(log)).isGreaterThan(LONG * PAGE_BYTES);
    }

    private void write(int rows) {
        for (int i = 0; i < rows; i++) {
            writer.submit(tx -> tx.statements().update("INSERT INTO line VALUES (?)", ROW))
                    .join();
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
