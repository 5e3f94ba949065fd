/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.receipt.ReceiptBook;
import com.noragentia.helios.worker.receipt.SmallLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ReceiptsCommandTest {

    @TempDir
    private Path temporary;

    private final SigningKey network = SigningKey.generate(new SecureRandom());
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private DataFolder joined() throws IOException {
        DataFolder folder = new DataFolder(temporary).create();
        String device = DeviceIdentity.of(folder, new SecureRandom()).id();
        new Membership(
                        URI.create("http://127.0.0.1:9"),
                        "member",
                        device,
                        network.verifyingKey().encoded())
                .save(folder);
        return folder;
    }

    private int receipts(Language language) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Phrases phrases = Phrases.beside(WorkerMain.class, "worker", language);
        return new CommandLine(new ReceiptsCommand(out, phrases)).execute("--data", temporary.toString());
    }

    /** Keeps a receipt, leaves the network and joins it again. */
    private DataFolder joinedAgain() throws IOException {
        DataFolder folder = joined();
        keptAt(folder, Clock.systemUTC());
        DeviceIdentity.forget(folder);
        return joined();
    }

    /** Keeps a receipt. */
    private void keptAt(DataFolder folder, Clock clock) throws IOException {
        ReceiptBook book = new ReceiptBook(
                folder.receipts(),
                network.verifyingKey(),
                DeviceIdentity.of(folder, new SecureRandom()).key(),
                clock);
        book.answered("t", "l");
        book.heed(new SmallLedger(network).task(SmallLedger.DEVICE, "t", "l").batch(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"EN,One of them was signed with a key", "ES,Uno de ellos se firmó con una clave"})
    void who_left_and_joined_again_is_not_told_of_forgeries(Language language, String words) throws IOException {
        var unused = joinedAgain();

        assertThat(receipts(language)).as(told()).isZero();
        assertThat(told()).contains(words, "30");
    }

    @ParameterizedTest
    @CsvSource({
        "EN,Known to be signed by this computer: 0 of 1.,Earned 0 credits,30 credits are not counted",
        "ES,Se sabe que este ordenador firmó: 0 de 1.,Ganados 0 créditos,30 créditos no se han contado"
    })
    void a_receipt_under_an_unknown_key_is_told_first_and_apart(
            Language language, String first, String sums, String apart) throws IOException {
        DataFolder folder = joinedAgain();
        Files.delete(folder.file("former-keys.json"));

        assertThat(receipts(language)).as(told()).isZero();
        assertThat(told().lines().findFirst().orElseThrow()).contains(first);
        assertThat(told()).contains(sums, apart);
    }

    @ParameterizedTest
    @CsvSource({"EN,They go back to March 2026,13 months after", "ES,Se remontan a marzo de 2026,13 meses después"})
    void from_which_month_on_it_counts_is_said(Language language, String month, String kept) throws IOException {
        keptAt(joined(), Clock.fixed(Instant.parse("2026-03-31T23:59:59Z"), ZoneOffset.UTC));

        assertThat(receipts(language)).as(told()).isZero();
        assertThat(told()).contains(month, kept);
    }

    private String told() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void without_receipts_nothing_is_wrong() throws IOException {
        var unused = joined();

        assertThat(receipts(Language.EN)).isZero();
    }

    @Test
    void a_look_writes_nothing_beside_a_worker_that_does() throws IOException {
        Path book = Files.createDirectories(
                joined().receipts().resolve(network.verifyingKey().fingerprint()));
        String answers = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> "{\"commitment\":\"%064x\",\"at\":1}\n".formatted(i))
                .collect(Collectors.joining());
        Files.writeString(book.resolve("answered.jsonl"), answers);

        assertUntouched("10,000 answers");
    }

    @Test
    void a_look_makes_no_folder() throws IOException {
        Files.delete(joined().cache());

        assertUntouched("There are no receipts yet");
    }

    @Test
    void a_look_makes_no_key() throws IOException {
        Files.delete(joined().file("device.json"));
        Map<Path, String> before = files();

        assertThat(receipts(Language.EN)).isNotZero();
        assertThat(files()).isEqualTo(before);
    }

    private void assertUntouched(String words) throws IOException {
        Map<Path, String> before = files();

        assertThat(receipts(Language.EN)).as(told()).isZero();
        assertThat(told()).contains(words);
        assertThat(files()).isEqualTo(before);
    }

    /** Everything in the data folder, with when it was changed and what is in it. */
    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(temporary)) {
            for (Path file : all.toList()) {
                String content = Files.isDirectory(file) ? "" : Files.readString(file);
                files.put(file, Files.getLastModifiedTime(file) + content);
            }
        }
        return files;
    }
}
