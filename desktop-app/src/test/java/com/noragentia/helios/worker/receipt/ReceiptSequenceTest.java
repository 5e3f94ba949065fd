/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kept batches follow each other as one ledger does that only grows. */
class ReceiptSequenceTest extends ReceiptFixture {

    @Test
    void kept_receipts_of_a_ledger_that_grew_shorter_are_found() throws IOException {
        SmallLedger shorter = new SmallLedger(server).task(SmallLedger.DEVICE, "t-0", "l-0");

        assertThat(auditOfBoth(ledger, shorter).doubt()).contains(Doubt.ROLLED_BACK);
    }

    @Test
    void kept_receipts_of_two_ledgers_of_one_size_are_found() throws IOException {
        SmallLedger other = new SmallLedger(server);
        for (int i = 0; i < 7; i++) {
            other.task(SmallLedger.DEVICE, "t-" + i, "other-" + i);
        }

        assertThat(auditOfBoth(ledger, other).doubt()).contains(Doubt.FORKED);
    }

    @Test
    void kept_receipts_after_a_checkpoint_without_any_are_no_doubt() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0));
        ledger.task(SmallLedger.OTHER_DEVICE, "t-7", "l-7");
        book().heed(ledger.batch(7));
        ledger.task(SmallLedger.DEVICE, "t-8", "l-8");
        book().heed(ledger.batch(8, 8));

        assertThat(audit().isSound()).isTrue();
        assertThat(audit().receipts()).isEqualTo(2);
    }

    /** Each batch is right for whoever knows nothing; both stand in one file, as somebody who has the files could write them. */
    private ReceiptAudit.Findings auditOfBoth(SmallLedger first, SmallLedger second) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (SmallLedger one : List.of(first, second)) {
            ReceiptBook book = book();
            book.answered("t-0", "l-0");
            book.answered("t-0", "other-0");
            assertThat(book.heed(one.batch(0, 0))).isInstanceOf(Judgement.Kept.class);
            lines.append(Files.readString(onlyMonth()));
            try (var files = Files.list(onlyMonth().getParent())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        book().heed(second.batch(0));
        Files.writeString(folder.resolve(server.verifyingKey().fingerprint()).resolve("receipts-2026-03.jsonl"), lines);
        return audit();
    }
}
