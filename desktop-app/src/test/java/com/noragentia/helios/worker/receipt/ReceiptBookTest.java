/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptBookTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SigningKey server = SigningKey.generate(new SecureRandom());
    private final SigningKey device = SigningKey.generate(new SecureRandom());
    private final SmallLedger ledger = new SmallLedger(server);

    @TempDir
    private Path folder;

    @BeforeEach
    void earn() {
        for (int i = 0; i < 7; i++) {
            ledger.task(i % 2 == 0 ? SmallLedger.DEVICE : SmallLedger.OTHER_DEVICE, "t-" + i, "l-" + i);
        }
    }

    private ReceiptBook book() throws IOException {
        return bookAt(NOON);
    }

    private ReceiptBook bookAt(Instant now) throws IOException {
        return new ReceiptBook(folder, server.verifyingKey(), DeviceKey.of(device), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A book of a device that remembers what it answered. */
    private ReceiptBook bookOfWorker() throws IOException {
        ReceiptBook book = book();
        for (int i = 0; i < 7; i += 2) {
            book.answered("t-" + i, "l-" + i);
        }
        return book;
    }

    private ReceiptAudit.Findings audit() throws IOException {
        return ReceiptAudit.of(folder, server.verifyingKey(), device.verifyingKey());
    }

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
        assertThat(audit().forks()).isEqualTo(1);
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
    @ValueSource(strings = {"", "damaged", "gone"})
    void a_checkpoint_that_was_damaged_does_not_make_any_ledger_believed(String damage) throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        Path file = folder.resolve(server.verifyingKey().fingerprint()).resolve("checkpoint.txt");
        if (damage.equals("gone")) {
            Files.delete(file);
        } else {
            Files.writeString(file, damage);
        }

        assertThat(audit().isSound()).isFalse();
        assertThat(audit().unreadable()).contains(new ReceiptAudit.Line(file, 1));
        ReceiptBook reopened = book();
        assertThat(reopened.known()).isEqualTo(7);
        SmallLedger shorter = new SmallLedger(server).task(SmallLedger.DEVICE, "t-0", "l-0");
        assertThat(reopened.heed(shorter.batch(7))).isEqualTo(new Judgement.Refused(Doubt.ROLLED_BACK));
        reopened.heed(ledger.batch(7));
        assertThat(audit().unreadable()).isEmpty();
    }

    @Test
    void an_answer_without_a_receipt_is_missed_after_two_minutes() throws IOException {
        ReceiptBook book = book();
        book.answered("t-0", "l-0");
        book.answered("t-2", "l-2");
        book.answered("own", "l-9");
        book.heed(ledger.batch(0, 0, 2));

        assertThat(book.missing()).isZero();
        assertThat(bookAt(NOON.plus(ReceiptBook.RECEIPT_WITHIN)).missing()).isZero();
        assertThat(bookAt(NOON.plus(ReceiptBook.RECEIPT_WITHIN).plus(Duration.ofMillis(1)))
                        .missing())
                .isEqualTo(1);
    }

    private Path onlyMonth() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(path -> path.getFileName().toString().startsWith("receipts-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_last_line_that_a_power_cut_left_half_written_is_no_doubt() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        Path file = onlyMonth();
        // The cut may come in the middle of a letter.
        Files.write(file, new byte[] {'{', '"', (byte) 0xC3}, StandardOpenOption.APPEND);

        assertThat(audit().isSound()).isTrue();
        assertThat(audit().receipts()).isEqualTo(2);

        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");
        book().heed(ledger.batch(7, 7));
        assertThat(audit().isSound()).isTrue();
        assertThat(audit().receipts()).isEqualTo(3);
    }

    @Test
    void a_damaged_line_is_named_by_its_number_and_the_others_are_checked() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0));
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");
        book().heed(ledger.batch(7, 7));
        ledger.task(SmallLedger.DEVICE, "t-8", "l-8");
        book().heed(ledger.batch(8, 8));
        Path file = onlyMonth();
        List<String> lines = Files.readAllLines(file);

        for (String damage : List.of("", "\0\0\0", "{\"batch\":", "null", "[1]", "{}")) {
            for (int number = 1; number <= 3; number++) {
                List<String> damaged = new ArrayList<>(lines);
                damaged.set(number - 1, damage);
                Files.write(file, damaged);

                ReceiptAudit.Findings found = audit();
                assertThat(found.unreadable()).contains(new ReceiptAudit.Line(file, number));
                assertThat(found.isSound()).isFalse();
                assertThat(found.doubt()).isEmpty();
                assertThat(found.receipts()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_kept_receipt_that_was_changed_is_found() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        Path file = onlyMonth();
        String kept = Files.readString(file);

        Files.writeString(file, kept.replace("\\\"amount\\\":30000000", "\\\"amount\\\":31000000"));
        assertThat(audit().doubt()).contains(Doubt.NOT_IN_LEDGER);
        Files.writeString(file, kept.replaceAll("\"signature\":\"...", "\"signature\":\"AAA"));
        assertThat(audit().doubt()).contains(Doubt.NOT_OURS);
    }

    @Test
    void old_receipts_go_after_13_months() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0));
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");
        bookAt(NOON.plus(Duration.ofDays(460))).heed(ledger.batch(7, 7));

        assertThat(audit().receipts()).isEqualTo(1);
        assertThat(audit().doubt()).isEmpty();
    }
}
