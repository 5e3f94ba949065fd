/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptBookTest extends ReceiptFixture {

    @Test
    void receipts_that_are_right_are_signed_and_kept() throws IOException {
        ReceiptBatch first = ledger.batch(0, 0, 2, 4);
        Judgement.Kept kept = (Judgement.Kept) bookOfWorker().heed(first);
        assertThat(kept.size()).isEqualTo(7);
        Checkpoint checkpoint = ledger.checkpoint().checkpoint();
        byte[] signed = Proofs.receipts(device.verifyingKey().fingerprint(), checkpoint, first.leaves());
        assertThat(device.verifyingKey().verifies(signed, kept.signature())).isTrue();

        ledger.task(SmallLedger.DEVICE, "t-7", "l-7").matured(SmallLedger.DEVICE, 90_000_000);
        ReceiptBook reopened = book();
        assertThat(reopened.known()).isEqualTo(7);
        assertThat(reopened.heed(ledger.batch(7, 6, 7, 8))).isInstanceOf(Judgement.Kept.class);

        ReceiptAudit.Findings findings = audit();
        assertThat(findings.doubt()).isEmpty();
        assertThat(findings.receipts()).isEqualTo(6);
        assertThat(findings.earned()).isEqualTo(Credits.of(150));
        assertThat(findings.matured()).isEqualTo(Credits.of(90));
        assertThat(findings.forks()).isZero();
    }

    @Test
    void a_checkpoint_without_receipts_is_remembered() throws IOException {
        book().heed(ledger.batch(0));

        assertThat(book().known()).isEqualTo(7);
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");
        book().answered("t-7", "l-7");
        assertThat(book().heed(ledger.batch(7, 7))).isInstanceOf(Judgement.Kept.class);
        assertThat(audit().doubt()).isEmpty();
    }

    @Test
    void another_ledger_is_a_fork_and_the_evidence_is_kept() throws IOException {
        ReceiptBook book = bookOfWorker();
        book.heed(ledger.batch(0, 0));
        SmallLedger other = new SmallLedger(server);
        for (int i = 0; i < 9; i++) {
            other.task(SmallLedger.DEVICE, "x-" + i, "y-" + i);
        }

        assertThat(book.heed(other.batch(7, 7))).isEqualTo(new Judgement.Refused(Doubt.FORKED));
        assertThat(book.known()).isEqualTo(7);
        assertThat(audit().forks()).isEqualTo(1);
    }

    @Test
    void another_ledger_of_the_same_size_is_a_fork() throws IOException {
        ReceiptBook book = bookOfWorker();
        book.heed(ledger.batch(0, 0));
        SmallLedger other = new SmallLedger(server);
        for (int i = 0; i < 7; i++) {
            other.task(SmallLedger.DEVICE, "x-" + i, "y-" + i);
        }

        assertThat(book.heed(other.batch(7))).isEqualTo(new Judgement.Refused(Doubt.FORKED));
    }

    @Test
    void a_ledger_that_grew_shorter_is_refused() throws IOException {
        ReceiptBook book = bookOfWorker();
        book.heed(ledger.batch(0, 0));
        SmallLedger shorter = new SmallLedger(server).task(SmallLedger.DEVICE, "t-0", "l-0");

        assertThat(book.heed(shorter.batch(7))).isEqualTo(new Judgement.Refused(Doubt.ROLLED_BACK));
        assertThat(audit().forks()).as("shorter is no proof of two ledgers").isZero();
        assertThat(audit().isRolledBack()).isTrue();
        assertThat(audit().isSound()).isFalse();
        assertThat(book().standingDoubt()).contains(Doubt.ROLLED_BACK);
    }

    @Test
    void a_ledger_that_was_shorter_is_believed_again_once_it_goes_on_from_what_it_was() throws IOException {
        ReceiptBook book = bookOfWorker();
        book.heed(ledger.batch(0, 0));
        book.heed(new SmallLedger(server).task(SmallLedger.DEVICE, "t-0", "l-0").batch(7));
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");

        assertThat(book.heed(ledger.batch(3, 7))).isEqualTo(new Judgement.Refused(Doubt.UNPROVEN));
        assertThat(book.standingDoubt()).as("nothing is proven yet").contains(Doubt.ROLLED_BACK);

        assertThat(book.heed(ledger.batch(7, 7))).isInstanceOf(Judgement.Kept.class);
        assertThat(book.standingDoubt()).isEmpty();
        assertThat(audit().isSound()).isTrue();
    }

    @Test
    void a_ledger_that_was_shorter_and_grew_otherwise_is_a_fork_for_good() throws IOException {
        ReceiptBook book = bookOfWorker();
        book.heed(ledger.batch(0, 0));
        SmallLedger restored = new SmallLedger(server).task(SmallLedger.DEVICE, "t-0", "l-0");
        book.heed(restored.batch(7));
        for (int i = 0; i < 9; i++) {
            restored.task(SmallLedger.DEVICE, "x-" + i, "y-" + i);
        }

        assertThat(book.heed(restored.batch(7, 7))).isEqualTo(new Judgement.Refused(Doubt.FORKED));
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");
        assertThat(book.heed(ledger.batch(7, 7))).isInstanceOf(Judgement.Kept.class);
        assertThat(book.standingDoubt()).contains(Doubt.FORKED);
    }

    @Test
    void a_proof_that_begins_elsewhere_proves_nothing() throws IOException {
        ReceiptBook book = book();
        book.heed(ledger.batch(0));
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");

        assertThat(book.heed(ledger.batch(3, 7))).isEqualTo(new Judgement.Refused(Doubt.UNPROVEN));
        assertThat(book.heed(ledger.batch(0, 7))).isEqualTo(new Judgement.Refused(Doubt.UNPROVEN));
    }

    @Test
    void a_checkpoint_of_somebody_else_is_refused() throws IOException {
        SmallLedger foreign = new SmallLedger(SigningKey.generate(new SecureRandom()));

        assertThat(book().heed(foreign.batch(0))).isEqualTo(new Judgement.Refused(Doubt.UNSIGNED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\":30000000|\"amount\":40000000",
                "-32400000|-32400001",
                "\"at\":2|\"at\":3",
                "{|",
                "\"index\":2|\"index\":900"
            })
    void a_receipt_of_what_is_not_in_the_ledger_is_refused(String change) throws IOException {
        ReceiptBatch right = ledger.batch(0, 0, 2);
        Receipt receipt = right.receipts().get(1);
        String[] parts = change.split("\\|", -1);
        String changed = receipt.entry().replace(parts[0], parts[1]);
        assertThat(changed).isNotEqualTo(receipt.entry());
        ReceiptBatch wrong = new ReceiptBatch(
                right.checkpoint(),
                0,
                List.of(),
                List.of(right.receipts().get(0), new Receipt(changed, receipt.path())));

        assertThat(book().heed(wrong)).isEqualTo(new Judgement.Refused(Doubt.NOT_IN_LEDGER));
        assertThat(book().known()).isZero();
    }

    @Test
    void receipts_of_several_devices_are_refused() throws IOException {
        assertThat(book().heed(ledger.batch(0, 0, 1))).isEqualTo(new Judgement.Refused(Doubt.FOREIGN));
    }

    @Test
    void receipts_of_an_account_under_which_this_device_never_worked_are_refused() throws IOException {
        ReceiptBook book = bookOfWorker();

        assertThat(book.heed(ledger.batch(0, 1, 3))).isEqualTo(new Judgement.Refused(Doubt.FOREIGN));
        assertThat(book.known()).isZero();
        assertThat(book.heed(ledger.batch(0, 0))).isInstanceOf(Judgement.Kept.class);
    }

    @Test
    void a_new_account_is_believed_for_one_piece_of_work_that_is_remembered() throws IOException {
        ReceiptBook book = bookOfWorker();
        book.heed(ledger.batch(0, 0));
        book.answered("t-1", "l-1");

        assertThat(book.heed(ledger.batch(7, 1, 3))).isInstanceOf(Judgement.Kept.class);
        assertThat(book.heed(ledger.batch(7, 5))).isInstanceOf(Judgement.Kept.class);
    }

    @Test
    void an_account_of_old_receipts_is_ours_after_a_restart() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0));
        ledger.matured(SmallLedger.DEVICE, 30_000_000);

        assertThat(book().heed(ledger.batch(7, 7))).isInstanceOf(Judgement.Kept.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipts-2026-03.jsonl.bak",
                "receipts-2026-13.jsonl",
                "receipts-2026-00.jsonl",
                "receipts-2026-3.jsonl",
                "receipts-.jsonl",
                "receipts-",
                "receipts-2026-03 (copy).jsonl",
                "receipts-2026-03.jsonl~"
            })
    void a_file_beside_the_receipts_keeps_nobody_from_keeping_more(String stray) throws IOException {
        Path network = folder.resolve(server.verifyingKey().fingerprint());
        bookOfWorker().heed(ledger.batch(0, 0));
        Files.writeString(network.resolve(stray), "not a receipt\n");
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");

        assertThat(book().heed(ledger.batch(7, 7))).isInstanceOf(Judgement.Kept.class);
        assertThat(audit().isSound()).isTrue();
        assertThat(audit().receipts()).isEqualTo(2);
        assertThat(network.resolve(stray)).hasContent("not a receipt\n");
    }

    @Test
    void an_answer_without_a_receipt_is_missed_after_two_minutes() throws IOException {
        ReceiptBook book = book();
        book.answered("t-0", "l-0");
        book.answered("t-2", "l-2");
        book.answered("own", "l-9");
        book.heed(ledger.batch(0, 0, 2));

        assertThat(book.missing()).isZero();
        assertThat(bookAt(NOON.plus(OpenAnswers.RECEIPT_WITHIN)).missing()).isZero();
        assertThat(bookAt(NOON.plus(OpenAnswers.RECEIPT_WITHIN).plus(Duration.ofMillis(1)))
                        .missing())
                .isEqualTo(1);
    }
}
