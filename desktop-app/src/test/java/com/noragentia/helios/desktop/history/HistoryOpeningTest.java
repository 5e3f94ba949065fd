/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryOpeningTest {

    private final Clock clock = Clock.fixed(Chats.NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(ChatHistory.FILE);
    }

    @Test
    void a_file_that_is_no_database_is_set_aside_whole() throws IOException {
        Files.writeString(file(), "not a database, but somebody's");

        HistoryOpening.BegunAnew anew = (HistoryOpening.BegunAnew) HistoryOpening.in(folder, clock);

        assertThat(anew.old())
                .hasFileName("chats-damaged-20261123-120000.sqlite")
                .hasContent("not a database, but somebody's");
        anew.history().begin("n1", Chats.question("a"));
        assertThat(HistoryOpening.in(folder, clock)).isInstanceOf(HistoryOpening.Opened.class);
    }

    @Test
    void a_damaged_database_is_set_aside_whole() throws IOException {
        ChatHistory history = ChatHistory.open(file());
        for (int i = 0; i < 200; i++) {
            history.begin("n", Chats.question("question " + i));
        }
        Jdbi.create("jdbc:sqlite:" + file())
                .useHandle(handle -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                        .mapToMap()
                        .list());
        long size = Files.size(file());
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(size / 2);
            bytes.write(new byte[(int) (size / 4)]);
        }

        HistoryOpening.BegunAnew anew = (HistoryOpening.BegunAnew) HistoryOpening.in(folder, clock);

        assertThat(anew.history().chats().list()).isEmpty();
        assertThat(anew.old()).hasSize(size);
    }

    @Test
    void what_a_newer_helios_changed_is_left_alone() throws IOException {
        ChatHistory.open(file()).begin("n1", Chats.question("a"));
        Jdbi.create("jdbc:sqlite:" + file()).useHandle(handle -> handle.execute("""
                INSERT INTO flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, 1)"""));

        assertThat(HistoryOpening.in(folder, clock)).isEqualTo(new HistoryOpening.MadeByNewer());
    }

    @Test
    void a_place_where_nothing_can_be_kept_is_told_as_such() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");

        assertThat(HistoryOpening.in(notAFolder, clock)).isInstanceOf(HistoryOpening.Unusable.class);
    }
}
