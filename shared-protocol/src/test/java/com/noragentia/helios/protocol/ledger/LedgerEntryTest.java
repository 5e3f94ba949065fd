/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerEntryTest {

    private static final String SOMEBODY = "0123456789abcdef0123456789abcdef";
    private static final LedgerEntry.Facts FACTS = new LedgerEntry.Facts(
            LedgerEntry.commitment("t-1", "l-1"), "chat", "helios-chat-1", 1, new Measure(300, 200, 0, 0, 0));
    private static final LedgerEntry ENTRY = new LedgerEntry(
            LedgerEntry.VERSION,
            0,
            1_700_000_000_000L,
            EntryKind.TASK,
            "ab".repeat(32),
            List.of(
                    new Posting(new Account.Member(SOMEBODY), new Credits(-32_400_000)),
                    new Posting(new Account.Pending(SOMEBODY), new Credits(30_000_000)),
                    new Posting(Account.House.BURN, new Credits(2_400_000))),
            FACTS,
            LedgerEntry.FIRST);

    /** Whoever reads the ledger in ten years needs these very bytes: a change here makes every ledger that exists false. */
    @Test
    void the_canonical_bytes_are_pinned() {
        assertThat(new String(ENTRY.canonical(), StandardCharsets.UTF_8))
                .isEqualTo("{\"version\":1,\"index\":0,\"at\":1700000000000,\"kind\":\"TASK\",\"event\":\""
                        + "ab".repeat(32)
                        + "\",\"postings\":[{\"account\":\"member:0123456789abcdef0123456789abcdef\",\"amount\":-32400000},"
                        + "{\"account\":\"pending:0123456789abcdef0123456789abcdef\",\"amount\":30000000},"
                        + "{\"account\":\"burn\",\"amount\":2400000}],\"facts\":{\"commitment\":\""
                        + FACTS.commitment()
                        + "\",\"expert\":\"chat\",\"model\":\"helios-chat-1\",\"table\":1,\"measure\":{\"promptTokens\":300,"
                        + "\"outputTokens\":200,\"audioSeconds\":0,\"pages\":0,\"images\":0}},\"previous\":\""
                        + "0".repeat(64)
                        + "\"}");
    }

    /** As of version 2, which adds to the first and changes nothing of it. */
    @Test
    void the_canonical_bytes_of_entries_with_grounds_are_pinned() {
        List<Posting> postings = List.of(
                new Posting(new Account.Member(SOMEBODY), new Credits(-1)),
                new Posting(Account.House.BURN, new Credits(1)));
        String begin = "{\"version\":2,\"index\":7,\"at\":9,\"kind\":\"%s\",\"event\":\"" + "ab".repeat(32)
                + "\",\"postings\":[{\"account\":\"member:0123456789abcdef0123456789abcdef\",\"amount\":-1},"
                + "{\"account\":\"burn\",\"amount\":1}],";
        String end = ",\"previous\":\"" + "0".repeat(64) + "\"}";
        Check check = new Check(Check.commitment("c-1"), Check.Verdict.FAILED);
        LedgerEntry fine = new LedgerEntry(
                2, 7, 9, EntryKind.FINE, "ab".repeat(32), postings, null, check, null, LedgerEntry.FIRST);
        LedgerEntry reversal = new LedgerEntry(
                2,
                7,
                9,
                EntryKind.COMPENSATION,
                "ab".repeat(32),
                postings,
                null,
                null,
                new Reversal(3, 8),
                LedgerEntry.FIRST);

        assertThat(new String(fine.canonical(), StandardCharsets.UTF_8))
                .isEqualTo(begin.formatted("FINE") + "\"check\":{\"commitment\":\"" + check.commitment()
                        + "\",\"verdict\":\"FAILED\"}" + end);
        assertThat(new String(reversal.canonical(), StandardCharsets.UTF_8))
                .isEqualTo(begin.formatted("COMPENSATION") + "\"reverses\":{\"entry\":3,\"since\":8}" + end);
    }

    @Test
    void an_entry_of_the_first_version_has_no_grounds_and_one_of_the_second_has() {
        Check check = new Check(Check.commitment("c-1"), Check.Verdict.FAILED);
        for (int version : new int[] {0, 1, 3}) {
            assertThatThrownBy(() -> new LedgerEntry(
                            version,
                            0,
                            0,
                            EntryKind.FINE,
                            "ab".repeat(32),
                            ENTRY.postings(),
                            null,
                            check,
                            null,
                            LedgerEntry.FIRST))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new LedgerEntry(
                        2, 0, 0, EntryKind.FINE, "ab".repeat(32), ENTRY.postings(), null, LedgerEntry.FIRST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_canonical_bytes_are_those_of_the_codec() throws WireException {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            LedgerEntry entry = random(random);

            assertThat(entry.canonical()).isEqualTo(JsonCodec.encode(entry));
            assertThat(LedgerEntry.read(entry.canonical())).isEqualTo(entry);
        }
    }

    @Test
    void the_short_way_of_reading_gives_what_the_codec_gives_or_nothing() throws WireException {
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = (i % 2 == 0 ? ENTRY : random(random)).canonical();
            if (i % 4 > 1) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(Byte.MIN_VALUE, Byte.MAX_VALUE + 1);
            }
            Optional<LedgerEntry> quick = CanonicalParser.read(bytes);
            if (quick.isPresent()) {
                read++;
                assertThat(JsonCodec.decode(bytes, LedgerEntry.class, LedgerEntry.MAX_BYTES))
                        .isEqualTo(quick.get());
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    @Test
    void an_entry_that_breaks_off_is_refused() {
        byte[] canonical = ENTRY.canonical();
        for (int length = 0; length < canonical.length; length++) {
            byte[] some = Arrays.copyOf(canonical, length);
            assertThatThrownBy(() -> LedgerEntry.read(some)).isInstanceOf(WireException.class);
        }
    }

    private static LedgerEntry random(Random random) {
        long amount = random.nextLong(1, Long.MAX_VALUE / 4);
        EntryKind kind = List.of(EntryKind.values()).get(random.nextInt(EntryKind.values().length));
        List<Posting> postings = new ArrayList<>(List.of(
                new Posting(new Account.Member(SOMEBODY), new Credits(-2 * amount)),
                new Posting(new Account.Pending(SOMEBODY), new Credits(amount))));
        postings.add(new Posting(
                List.of(Account.House.values()).get(random.nextInt(Account.House.values().length)),
                new Credits(amount)));
        LedgerEntry.Facts facts = random.nextBoolean()
                ? null
                : new LedgerEntry.Facts(
                        LedgerEntry.commitment("t" + amount, "l"),
                        "chat",
                        random.nextBoolean() ? "model-" + amount : "\u00e9\"\\\n\u2028\ud83d\ude00",
                        random.nextInt(),
                        new Measure(amount, 0, 1, 2, 3));
        Check check = random.nextBoolean()
                ? null
                : new Check(
                        Check.commitment("c" + amount),
                        random.nextBoolean() ? Check.Verdict.PASSED : Check.Verdict.FAILED);
        Reversal reverses =
                check != null || random.nextBoolean() ? null : new Reversal(amount, random.nextLong(Long.MAX_VALUE));
        return new LedgerEntry(
                LedgerEntry.versionOf(check, reverses),
                amount,
                random.nextLong(),
                kind,
                "0f".repeat(32),
                postings,
                facts,
                check,
                reverses,
                ENTRY.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30000000|30000001",
                "\"version\":1|\"version\":2",
                "\"index\":0|\"index\":-1",
                "\"at\":1|\"at\": 1",
                "\"table\":1|\"table\":1,\"more\":1",
                "pending:|pendong:",
                "TASK|LOAN",
                "\"event\":\"ab|\"event\":\"AB",
                "\"pages\":0|\"pages\":-1",
                "\"index\":0|\"index\":0.0",
                "\"burn\",|\"burn\" ,",
                "\"index\":0|\"index\":00",
                "\"index\":0|\"index\":-0",
            })
    void what_is_not_an_entry_in_its_one_form_is_refused(String was, String is) {
        String canonical = new String(ENTRY.canonical(), StandardCharsets.UTF_8);
        assertThat(canonical).contains(was);

        assertThatThrownBy(() -> LedgerEntry.read(canonical.replace(was, is))).isInstanceOf(WireException.class);
    }

    @Test
    void an_entry_sums_to_zero() {
        List<Posting> uneven = List.of(
                new Posting(Account.House.MINT, new Credits(-2)), new Posting(Account.House.BURN, new Credits(1)));

        assertThatThrownBy(() ->
                        new LedgerEntry(1, 0, 0, EntryKind.CANARY, "ab".repeat(32), uneven, null, LedgerEntry.FIRST))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
