/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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
    void a_wav_counts_begun_seconds_by_its_samples() {
        long minuteOfCd = 60 * 176_400L;

        assertThat(units(FileType.WAV, wav(44_100, 2, 16), minuteOfCd)).isEqualTo(60);
        assertThat(units(FileType.WAV, wav(44_100, 2, 16), minuteOfCd + 1)).isEqualTo(61);
        assertThat(units(FileType.WAV, NO_HEAD, 320_000))
                .as("without a header, 32,000 bytes a second")
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"4000, 1, 8, 80", "1000, 1, 8, 320", "7999, 1, 8, 41", "500, 1, 16, 320", "1, 1, 8, 1800", "0, 1, 8, 10"
    })
    void however_odd_the_rate_of_a_wav_is_it_counts_as_long_as_it_plays(
            int rate, int channels, int bits, long seconds) {
        assertThat(units(FileType.WAV, wav(rate, channels, bits), 320_000)).isEqualTo(seconds);
    }

    @Test
    void the_format_of_a_wav_counts_wherever_it_stands_and_the_slower_of_two() {
        ByteBuffer file = ByteBuffer.allocate(320_000).order(ByteOrder.LITTLE_ENDIAN);
        byte[] fast = wav(192_000, 2, 24);
        byte[] slow = wav(4_000, 1, 8);
        file.put(fast, 0, 36).put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(1_001);
        file.position(36 + 8 + 1_002).put(slow, 12, 24);

        assertThat(Counting.extent(FileType.WAV, file.clear()).units()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"FFFB5000, 208, 60", "FFFBE000, 1044, 60", "FFF38000, 208, 60", "FFE31000, 52, 60"})
    void an_mp3_counts_the_frames_that_play(String header, int bytes, int seconds) {
        double each = bytes == 208 || bytes == 1_044
                ? 1_152 / 44_100.0
                : header.equals("FFF38000") ? 576 / 22_050.0 : 576 / 11_025.0;
        byte[] file = frames(HexFormat.fromHexDigits(header), bytes, (int) Math.floor(seconds / each));

        assertThat(Counting.extent(FileType.MP3, ByteBuffer.wrap(file)).units()).isEqualTo(seconds);
    }

    @Test
    void one_fast_frame_before_slow_ones_wins_nothing() {
        byte[] slow = frames(0xFFFB1000, 104, 2_000);
        byte[] file = new byte[1_044 + slow.length];
        ByteBuffer.wrap(file).putInt(0xFFFBE000).put(1_044, slow);

        assertThat(Counting.extent(FileType.MP3, ByteBuffer.wrap(file)).units()).isEqualTo(53);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 70_000})
    void titles_are_no_sound_however_long_they_are(int tag) {
        byte[] sound = frames(0xFFFB1000, 104, 2_000);
        ByteBuffer file = ByteBuffer.allocate(10 + tag + sound.length);
        file.put("ID3".getBytes(StandardCharsets.US_ASCII)).position(6);
        file.put((byte) 0).put((byte) (tag >> 14)).put((byte) (tag >> 7 & 0x7F)).put((byte) (tag & 0x7F));
        file.put(10 + tag, sound);

        assertThat(Counting.extent(FileType.MP3, file.clear()).units()).isEqualTo(53);
    }

    @Test
    void frames_of_another_kind_do_not_hide_those_that_play() {
        byte[] file = frames(0xFFFB1000, 104, 2_000);
        for (int i = 0; i < 1_000; i++) {
            ByteBuffer.wrap(file).putInt(i * 208 + 50, 0xFFF3E400); // of half the rate, and long
        }

        assertThat(Counting.extent(FileType.MP3, ByteBuffer.wrap(file)).units()).isEqualTo(53);
    }

    @Test
    void without_a_frame_the_usual_rate_counts() {
        assertThat(units(FileType.MP3, NO_HEAD, 160_000)).isEqualTo(10);
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

    private static byte[] wav(int rate, int channels, int bits) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16, 16)
                .putShort(22, (short) channels)
                .putInt(24, rate)
                .putInt(28, 1_000_000)
                .putShort(34, (short) bits)
                .array();
    }

    private static byte[] frames(int header, int bytes, int count) {
        ByteBuffer file = ByteBuffer.allocate(bytes * count);
        for (int i = 0; i < count; i++) {
            file.putInt(i * bytes, header);
        }
        return file.array();
    }
}
