/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {

    private static final byte[] NO_HEAD = {};

    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "abcd, 1", "abcde, 2", "mañana, 2", "日本, 2", "😀, 1", "😀a, 2"})
    void a_token_is_a_begun_four_bytes_of_utf_8(String text, long tokens) {
        assertThat(Counting.tokens(text)).isEqualTo(tokens);
    }

    @Test
    void any_text_counts_as_its_utf_8_does() {
        Random random = new Random(4);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 1, Character.MAX_CODE_POINT)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .forEach(text::appendCodePoint);
            int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
            assertThat(Counting.tokens(text.toString())).isEqualTo(Math.ceilDiv(bytes, 4));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 1, 1",
        "TEXT, 3000, 1",
        "TEXT, 3001, 2",
        "MARKDOWN, 9000, 3",
        "HELIOS_TEXT, 120000, 40",
        "TEXT, 4000000, 200",
        "PNG, 25000000, 1",
        "JPEG, 10, 1"
    })
    void a_document_counts_begun_pages_and_a_picture_is_one(FileType type, long bytes, long units) {
        assertThat(units(type, NO_HEAD, bytes)).isEqualTo(units);
    }

    @Test
    void a_recording_counts_begun_seconds_by_its_own_header() {
        long minuteOfCd = 60 * 176_400L;

        assertThat(units(FileType.WAV, wav(176_400), minuteOfCd)).isEqualTo(60);
        assertThat(units(FileType.WAV, wav(176_400), minuteOfCd + 1)).isEqualTo(61);
        assertThat(units(FileType.MP3, mp3(0, 0xFFFB5000), 60 * 8_000L)).isEqualTo(60); // 64 kbit/s
        assertThat(units(FileType.MP3, mp3(100, 0xFFFBE000), 60 * 40_000L)).isEqualTo(60); // 320, after a tag
        assertThat(units(FileType.MP3, mp3(0, 0xFFF38000), 60 * 8_000L)).isEqualTo(60); // MPEG 2, 64 kbit/s
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1, 7_999, Integer.MAX_VALUE})
    void a_rate_beyond_belief_counts_as_the_usual(int rate) {
        assertThat(units(FileType.WAV, wav(rate), 320_000)).isEqualTo(10);
    }

    @Test
    void a_header_that_claims_more_bytes_for_a_second_than_its_samples_have_wins_nothing() {
        byte[] head = ByteBuffer.wrap(wav(1_000_000))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(22, (short) 1)
                .putInt(24, 16_000)
                .putShort(34, (short) 16)
                .array();

        assertThat(units(FileType.WAV, head, 320_000)).isEqualTo(10);
    }

    @Test
    void a_tag_longer_than_what_was_seen_leaves_the_usual_rate() {
        byte[] head = mp3(100, 0xFFFBE000);
        head[6] = 0x7F;

        assertThat(units(FileType.MP3, head, 160_000)).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void no_bytes_whatever_break_the_count(FileType type) {
        Random random = new Random(5);
        long most = Math.max(Limit.PDF_PAGES.value(), Counting.LONGEST_AUDIO_SECONDS);
        for (int round = 0; round < 2_000; round++) {
            byte[] head = new byte[random.nextInt(64)];
            random.nextBytes(head);
            if (round % 2 == 0 && head.length > 3) {
                System.arraycopy("ID3".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 3);
            }
            assertThat(Counting.extent(type, ByteBuffer.wrap(head)).units()).isBetween(1L, most);
        }
    }

    /** Of a file that begins so, and is so long. */
    private static long units(FileType type, byte[] head, long bytes) {
        byte[] file = Arrays.copyOf(head, Math.toIntExact(bytes));
        return Counting.extent(type, ByteBuffer.wrap(file)).units();
    }

    private static byte[] wav(int bytesPerSecond) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(28, bytesPerSecond)
                .array();
    }

    /** One frame header after a tag of so many bytes; 0 for no tag. */
    private static byte[] mp3(int tag, int header) {
        ByteBuffer head = ByteBuffer.allocate(512);
        if (tag > 0) {
            head.put("ID3".getBytes(StandardCharsets.US_ASCII)).put(9, (byte) tag);
        }
        return head.putInt(tag > 0 ? 10 + tag : 0, header).array();
    }
}
