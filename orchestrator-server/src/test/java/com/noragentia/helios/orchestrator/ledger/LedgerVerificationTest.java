/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Broken;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.WrittenLedger;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerVerificationTest {

    private static final String SOMEBODY = "0123456789abcdef0123456789abcdef";
    private static final int ENTRIES = 600;
    private static final int EXPORTED = 8;
    private static final int CORES = 2;

    private final SigningKey key = SigningKey.generate(new SecureRandom());

    @TempDir
    private Path folder;

    private Path database;
    private Store store;

    @BeforeEach
    void write() {
        database = folder.resolve("helios.db");
        store = SqliteStore.open(database);
        TestClock clock = new TestClock();
        LedgerLog log = new LogWiring(store, key, clock).log();
        WrittenLedger ledger = new WrittenLedger(store);
        WrittenLedger.name(store, "somebody", "tower", SOMEBODY);
        WrittenLedger.namePayer(store, "payer");
        for (int entries : List.of(0, 100, ENTRIES - 100)) {
            ledger.tasks(SOMEBODY, entries);
            clock.pass(Duration.ofMinutes(1));
            log.tend();
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private LedgerVerdict verdict() throws IOException {
        try (LedgerSource source = new SqlLedgerSource(database, Optional.of(key.verifyingKey()))) {
            return LedgerVerification.of(source, CORES);
        }
    }

    @Test
    void a_ledger_that_nobody_touched_is_sound() throws IOException {
        assertThat(verdict()).isInstanceOfSatisfying(Sound.class, sound -> {
            assertThat(sound.entries()).isEqualTo(ENTRIES);
            assertThat(sound.covered()).isEqualTo(ENTRIES);
            assertThat(sound.checkpoints()).isEqualTo(3);
        });
    }

    @Test
    void entries_after_the_last_checkpoint_are_checked_too_and_said_not_to_be_signed() throws IOException {
        Store other = store;
        other.write(tx -> tx.statements().update("DELETE FROM log_checkpoint WHERE size > 100"));

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.covered()).isEqualTo(100));
        WrittenLedger.rewrite(other, 400, "\"at\":1700000000400", "\"at\":1700000000401");
        assertThat(verdict()).isEqualTo(new Broken(400, Flaw.CHANGED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|\"at\":17|\"at\":18|CHANGED",
                "0|\"previous\":\"0|\"previous\":\"1|CHANGED",
                "299|\"promptTokens\":300|\"promptTokens\":301|CHANGED",
                "299|-32400000|-32400001|UNREADABLE",
                "299|\"at\":17|\"at\": 17|UNREADABLE",
                "299|\"kind\":\"TASK\"|\"kind\":\"FINE\"|AGAINST_ITS_KIND",
                "300|\"index\":300|\"index\":301|MISPLACED",
                "599|\"pages\":0|\"pages\":1|AGAINST_CHECKPOINT",
                "599|\"previous\":\"|\"previous\":\"0000|UNREADABLE",
            })
    void the_first_bad_entry_is_named(long index, String was, String is, Flaw flaw) throws IOException {
        WrittenLedger.rewrite(store, index, was, is);

        assertThat(verdict()).isEqualTo(new Broken(index, flaw));
    }

    @Test
    void an_entry_that_was_chained_to_another_place_is_the_bad_one() throws IOException {
        String hash = store.read(tx ->
                        tx.statements().first("SELECT body FROM ledger_entry WHERE idx = 300", row -> row.getString(1)))
                .orElseThrow()
                .replaceAll(".*\"previous\":\"([0-9a-f]{4}).*", "$1");
        WrittenLedger.rewrite(
                store, 300, "\"previous\":\"" + hash, "\"previous\":\"" + (hash.equals("abcd") ? "dcba" : "abcd"));

        assertThat(verdict()).isEqualTo(new Broken(300, Flaw.CHANGED));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM ledger_entry WHERE idx = 0,0",
        "DELETE FROM ledger_entry WHERE idx = 300,300",
        "DELETE FROM ledger_entry WHERE idx = 599,599"
    })
    void a_missing_entry_is_named(String damage, long index) throws IOException {
        damage(damage);

        assertThat(verdict()).isEqualTo(new Broken(index, Flaw.MISSING));
    }

    @Test
    void an_event_that_does_not_belong_to_its_entry_is_found() throws IOException {
        damage("UPDATE ledger_entry SET event = randomblob(32) WHERE idx = 42");

        assertThat(verdict()).isEqualTo(new Broken(42, Flaw.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "x'ff'", "x''", "CAST(x'c328' AS TEXT)", "body || char(10)", "body || char(0)"})
    void what_is_no_entry_at_all_is_found(String body) throws IOException {
        damage("UPDATE ledger_entry SET body = " + body + " WHERE idx = 42");

        assertThat(verdict()).isEqualTo(new Broken(42, Flaw.UNREADABLE));
    }

    @Test
    void a_ledger_that_was_written_anew_is_not_the_one_that_was_signed() throws IOException {
        damage("DELETE FROM ledger_entry");
        new WrittenLedger(store).tasks("f".repeat(32), ENTRIES);

        assertThat(verdict()).isEqualTo(new Broken(99, Flaw.AGAINST_CHECKPOINT));
    }

    @Test
    void a_flipped_bit_in_the_tree_is_found() throws IOException {
        damage(
                "UPDATE log_tile SET hashes = substr(hashes, 1, 32 * 7) || x'00' || substr(hashes, 32 * 7 + 2) WHERE idx = 1");

        assertThat(verdict()).isEqualTo(new Broken(256 + 7, Flaw.TREE_CHANGED));
    }

    @Test
    void a_tile_that_is_gone_from_under_a_checkpoint_is_found() throws IOException {
        damage("DELETE FROM log_tile WHERE level = 0 AND idx = 1");

        assertThat(verdict()).isEqualTo(new Broken(256, Flaw.TREE_CHANGED));
    }

    @Test
    void a_ledger_of_which_no_tree_was_written_yet_is_sound() throws IOException {
        damage("DELETE FROM log_tile");
        damage("DELETE FROM log_checkpoint WHERE size > 100");

        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log_checkpoint SET note = replace(note, char(10) || '100' || char(10), char(10) || '101' || char(10))",
                "UPDATE log_checkpoint SET note = substr(note, 1, length(note) - 9) || 'AAAAAAAA' || char(10) WHERE size = 100",
                "UPDATE log_checkpoint SET note = '' WHERE size = 100"
            })
    void a_checkpoint_that_nobody_signed_is_found(String damage) throws IOException {
        damage(damage);

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.flaw()).isEqualTo(Flaw.CHECKPOINT_UNSIGNED));
    }

    private void damage(String sql) {
        assertThat(store.<Integer>write(tx -> tx.statements().update(sql))).isPositive();
    }

    @Test
    void no_flipped_bit_in_an_exported_ledger_goes_unseen() throws IOException {
        byte[] exported = exported(EXPORTED);
        assertThat(verdict(exported)).isInstanceOf(Sound.class);
        int line = 0;
        int first = indexOfLine(exported, 1);
        int end = indexOfLine(exported, EXPORTED + 1);
        for (int i = 0; i < exported.length - 1; i++) {
            line += i > 0 && exported[i - 1] == '\n' ? 1 : 0;
            if (i % 3 != 0 && exported[i] != '\n') {
                continue; // one byte in three will do, and every line feed
            }
            byte[] flipped = exported.clone();
            flipped[i] ^= (byte) (1 << (i % 7));
            int entry = line - 1;
            if (i >= first && i < end && exported[i] != '\n' && flipped[i] != '\n') {
                assertThat(verdict(flipped))
                        .as("byte %s of entry %s", i, entry)
                        .isInstanceOfSatisfying(
                                Broken.class,
                                broken -> assertThat(broken.index())
                                        .isBetween(Math.min(EXPORTED - 2L, entry), (long) entry));
            } else {
                assertThat(isSound(flipped)).as("byte %s", i).isFalse();
            }
        }
    }

    @Test
    void an_exported_ledger_can_be_read_once_more() throws IOException {
        Path file = Files.write(folder.resolve("exported"), exported(EXPORTED));
        try (LedgerSource source = new LedgerFile(file)) {
            List<String> first = told(source);
            source.rewind();
            assertThat(first).hasSize(EXPORTED);
            assertThat(told(source)).isEqualTo(first);
        }
    }

    private static List<String> told(LedgerSource source) throws IOException {
        return source.next().stream()
                .map(line -> line.index() + new String(line.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private boolean isSound(byte[] exported) {
        try {
            return verdict(exported) instanceof Sound;
        } catch (IOException e) {
            return false;
        }
    }

    private static int indexOfLine(byte[] file, int line) {
        int at = 0;
        for (int seen = 0; seen < line; at++) {
            seen += file[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    private LedgerVerdict verdict(byte[] exported) throws IOException {
        Path file = Files.write(folder.resolve("exported"), exported);
        try (LedgerSource source = new LedgerFile(file)) {
            return source.key().filter(key.verifyingKey()::equals).isPresent()
                    ? LedgerVerification.of(source, 1)
                    : new Broken(0, Flaw.CHECKPOINT_UNSIGNED);
        }
    }

    private byte[] exported(int entries) throws IOException {
        try (Store small = SqliteStore.open(folder.resolve("small.db"))) {
            new WrittenLedger(small).tasks(SOMEBODY, entries);
            LedgerLog log = new LogWiring(small, key, new TestClock()).log();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            LedgerFile.write(out, log, key.verifyingKey());
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "helios-ledger-1", "helios-ledger-1 AAAA\n", "SQLite format 3"})
    void what_is_no_ledger_is_refused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("other"), content, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new LedgerFile(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new SqlLedgerSource(file, Optional.empty())).isInstanceOf(IOException.class);
    }
}
