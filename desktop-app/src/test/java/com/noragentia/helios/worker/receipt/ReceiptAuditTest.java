/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.Credits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept receipts that are looked at again: damaged ones are found, honest ones are not accused. */
class ReceiptAuditTest extends ReceiptFixture {

    private static final String AGAIN = "ff".repeat(16);

    private ReceiptBook bookOf(SigningKey key) throws IOException {
        return new ReceiptBook(folder, server.verifyingKey(), DeviceKey.of(key), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** By a computer that has this key now, and wrote down these when it left. */
    private ReceiptAudit.Findings auditOf(SigningKey key, SigningKey... former) throws IOException {
        List<VerifyingKey> known =
                Arrays.stream(former).map(SigningKey::verifyingKey).toList();
        return ReceiptAudit.of(folder, server.verifyingKey(), new OwnKeys(key.verifyingKey(), known));
    }

    private static SigningKey another() {
        return SigningKey.generate(new SecureRandom());
    }

    private void change(String pattern, String replacement) throws IOException {
        Path file = onlyMonth();
        Files.writeString(file, Files.readString(file).replaceAll(pattern, replacement));
    }

    @Test
    void receipts_from_before_a_computer_left_and_joined_again_are_no_forgeries() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        SigningKey joinedAgain = SigningKey.generate(new SecureRandom());
        ledger.task(AGAIN, "t-7", "l-7");
        ReceiptBook book = bookOf(joinedAgain);
        book.answered("t-7", "l-7");
        assertThat(book.heed(ledger.batch(7, 7))).isInstanceOf(Judgement.Kept.class);

        ReceiptAudit.Findings found = auditOf(joinedAgain, another(), device);

        assertThat(found.doubt()).isEmpty();
        assertThat(found.isSound()).isTrue();
        assertThat(found.receipts()).isEqualTo(3);
        assertThat(found.former()).isEqualTo(2);
        assertThat(found.unknown()).isZero();
        assertThat(found.earned()).isEqualTo(Credits.of(90));
    }

    @Test
    void a_former_key_vouches_for_nothing_new() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0));
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");
        ReceiptBook book = bookOf(SigningKey.generate(new SecureRandom()));

        assertThat(book.heed(ledger.batch(7, 7))).isEqualTo(new Judgement.Refused(Doubt.FOREIGN));
    }

    @Test
    void answers_of_a_former_key_are_not_missed_for_ever() throws IOException {
        bookOfWorker();
        Instant later = NOON.plus(Duration.ofDays(1));
        ReceiptBook joinedAgain = new ReceiptBook(
                folder,
                server.verifyingKey(),
                DeviceKey.of(SigningKey.generate(new SecureRandom())),
                Clock.fixed(later, ZoneOffset.UTC));

        assertThat(bookAt(later).missing()).isEqualTo(4);
        assertThat(joinedAgain.missing()).isZero();
    }

    @Test
    void a_book_of_an_earlier_version_is_checked_with_former_keys_too() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        change(",\"device\":\"[^\"]*\"", "");
        assertThat(audit().unknown()).as("its own key still opens it").isZero();

        ReceiptAudit.Findings lost = auditOf(another());
        ReceiptAudit.Findings known = auditOf(another(), device);

        assertThat(lost.isSound()).as("nobody is accused").isTrue();
        assertThat(lost.unknown()).isEqualTo(2);
        assertThat(lost.receipts()).isEqualTo(2);
        assertThat(known.unknown()).isZero();
        assertThat(known.former()).isEqualTo(2);
        assertThat(known.earned()).isEqualTo(Credits.of(60));
    }

    @Test
    void what_was_stripped_of_its_signature_is_not_counted_as_earned() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        change(",\"device\":\"[^\"]*\"", "");
        change("\"signature\":\"...", "\"signature\":\"AAA");

        assertUnknown(audit());
    }

    @Test
    void a_key_that_only_the_line_itself_names_vouches_for_nothing() throws IOException {
        SigningKey somebody = another();
        ReceiptBook theirs = bookOf(somebody);
        theirs.answered("t-0", "l-0");
        theirs.heed(ledger.batch(0, 0, 2));

        assertUnknown(audit());
        assertThat(auditOf(somebody).earned())
                .as("the line is as they signed it")
                .isEqualTo(Credits.of(60));
    }

    private static void assertUnknown(ReceiptAudit.Findings found) {
        assertThat(found.doubt()).isEmpty();
        assertThat(found.receipts()).isEqualTo(2);
        assertThat(found.unknown()).isEqualTo(2);
        assertThat(found.former()).isZero();
        assertThat(found.earned()).isEqualTo(Credits.ZERO);
        assertThat(found.unknownEarned()).isEqualTo(Credits.of(60));
    }

    @Test
    void a_receipt_that_is_kept_twice_counts_once_and_as_this_computers() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        Path file = onlyMonth();
        String line = Files.readString(file);
        String stripped =
                line.replaceAll(",\"device\":\"[^\"]*\"", "").replaceAll("\"signature\":\"...", "\"signature\":\"AAA");

        for (String both : List.of(stripped + line, line + stripped)) {
            Files.writeString(file, both);

            assertThat(audit().doubt()).isEmpty();
            assertThat(audit().receipts()).isEqualTo(2);
            assertThat(audit().unknown()).isZero();
            assertThat(audit().earned()).isEqualTo(Credits.of(60));
            assertThat(audit().unknownEarned()).isEqualTo(Credits.ZERO);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA"})
    void a_key_that_was_changed_is_found(String key) throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0, 2));
        Path file = onlyMonth();
        Files.writeString(
                file, Files.readString(file).replaceAll("\"device\":\"[^\"]*\"", "\"device\":\"" + key + "\""));

        assertThat(audit().isSound()).as("signed by this very device").isTrue();
        assertThat(auditOf(SigningKey.generate(new SecureRandom())).doubt()).contains(Doubt.NOT_OURS);
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
    void old_receipts_go_after_13_months_and_from_when_the_others_are_is_told() throws IOException {
        bookOfWorker().heed(ledger.batch(0, 0));
        assertThat(audit().since()).contains(YearMonth.of(2026, 3));
        ledger.task(SmallLedger.DEVICE, "t-7", "l-7");
        bookAt(Instant.parse("2027-04-30T12:00:00Z")).heed(ledger.batch(7, 7));
        assertThat(audit().since()).as("thirteen months later").contains(YearMonth.of(2026, 3));
        assertThat(audit().receipts()).isEqualTo(2);

        ledger.task(SmallLedger.DEVICE, "t-8", "l-8");
        bookAt(Instant.parse("2027-05-01T12:00:00Z")).heed(ledger.batch(8, 8));

        assertThat(audit().since()).contains(YearMonth.of(2027, 4));
        assertThat(audit().receipts()).isEqualTo(2);
        assertThat(audit().doubt()).isEmpty();
    }

    @Test
    void where_there_are_no_receipts_they_begin_nowhere() throws IOException {
        assertThat(audit().since()).isEmpty();
    }
}
