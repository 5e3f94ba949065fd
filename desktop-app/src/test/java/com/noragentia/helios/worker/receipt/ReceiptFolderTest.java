/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptFolderTest {

    @TempDir
    private Path folder;

    @Test
    void a_line_that_a_power_cut_left_half_written_costs_that_line_only() throws IOException {
        LineFile lines = new LineFile(folder.resolve("lines"));
        lines.append("one");
        Files.writeString(folder.resolve("lines"), "tw", StandardOpenOption.APPEND);
        lines.append("three");

        assertThat(folder.resolve("lines")).hasContent("one\nthree\n");
    }

    @Test
    void what_was_answered_is_read_in_spite_of_a_half_written_line() throws IOException {
        ReceiptFolder receipts = new ReceiptFolder(folder);
        receipts.rewriteAnswered(List.of());
        Files.writeString(folder.resolve("answered.jsonl"), "{\"comm", StandardOpenOption.APPEND);

        assertThat(new ReceiptFolder(folder).answered()).isEmpty();
    }

    @Test
    void a_network_that_lies_without_end_does_not_fill_the_disk() throws IOException {
        ReceiptFolder receipts = new ReceiptFolder(folder);
        for (int i = 0; i < 50; i++) {
            receipts.keepEvidence("known", "shown", Instant.ofEpochMilli(i));
        }
        assertThat(receipts.evidence()).isBetween(1, 16);
    }
}
