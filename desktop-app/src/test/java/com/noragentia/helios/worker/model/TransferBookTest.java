/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferBookTest {

    private static final long LIMIT = 10_000_000;
    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-05T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void what_one_pull_brought_counts_when_another_begins_beside_it() throws Exception {
        TransferBook book = book();
        book.refresh(); // the first pull begins
        book.spend(8_000_000); // less than is noted at once

        book.refresh(); // the second begins

        assertThatThrownBy(() -> book.require(3_000_000)).isInstanceOf(ModelFailure.class);
        assertThatCode(() -> book.require(2_000_000)).doesNotThrowAnyException();
        book.note();
        TransferBook other = book();
        other.refresh();
        assertThatThrownBy(() -> other.require(3_000_000)).isInstanceOf(ModelFailure.class);
    }

    @Test
    void what_cannot_be_written_down_is_not_forgotten() throws Exception {
        TransferBook book = book();
        book.spend(8_000_000);
        Files.createDirectories(folder.resolve("book.json").resolve("in the way"));

        book.refresh();

        assertThatThrownBy(() -> book.require(3_000_000)).isInstanceOf(ModelFailure.class);
    }

    private TransferBook book() {
        return new TransferBook(folder.resolve("book.json"), LIMIT, NOVEMBER);
    }
}
