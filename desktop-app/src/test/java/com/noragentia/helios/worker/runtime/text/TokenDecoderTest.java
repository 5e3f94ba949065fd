/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenDecoderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void the_pieces_joined_are_the_text_that_the_plain_tokenizer_gives(HuggingFaceTextTokenizerTest.Sort sort)
            throws Exception {
        try (OpenTokenizer open = open(sort)) {
            SplittableRandom random = new SplittableRandom(6);
            for (int round = 0; round < 5_000; round++) {
                int[] tokens = random.ints(
                                random.nextInt(30), 0, open.tokenizer().vocabulary() + 3)
                        .toArray();
                int[] sound = sort == HuggingFaceTextTokenizerTest.Sort.BYTE_LEVEL
                        ? tokens
                        : withoutRunsOfBytes(open, tokens);

                assertThat(open.text(sound)).isEqualTo(open.plainText(sound));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_piece_ends_or_begins_within_a_character(HuggingFaceTextTokenizerTest.Sort sort) throws Exception {
        try (OpenTokenizer open = open(sort)) {
            String text = "Año 日本語 🙂👩‍👩‍👧 ends with \uD834\uDD1E";
            TokenDecoder decoder = open.tokenizer().decoder();
            StringBuilder joined = new StringBuilder();
            for (int token : open.tokenizer().encode(text)) {
                String piece = decoder.next(token);
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(piece)).isTrue();
                assertThat(piece).doesNotContain("\uFFFD");
                joined.append(piece);
            }

            assertThat(decoder.rest()).isEmpty();
            assertThat(joined).hasToString(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_character_cut_in_half_becomes_the_replacement_character_at_the_end(HuggingFaceTextTokenizerTest.Sort sort)
            throws Exception {
        try (OpenTokenizer open = open(sort)) {
            int[] tokens = open.tokenizer().encode("a🙂");
            TokenDecoder decoder = open.tokenizer().decoder();
            IntStream.range(0, tokens.length - 1).forEach(i -> {
                String piece = decoder.next(tokens[i]);
                assertThat(piece).isIn("", "a");
            });

            assertThat(decoder.rest()).matches("\uFFFD+");
            assertThat(decoder.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void control_tokens_are_no_text_unless_the_file_calls_them_ordinary(HuggingFaceTextTokenizerTest.Sort sort)
            throws Exception {
        try (OpenTokenizer open = open(sort)) {
            int[] tokens = open.tokenizer().encodeWithControls("<|im_start|>user<|im_end|><tool_call>{}");

            assertThat(open.text(tokens)).isIn("user<tool_call>{}", "user <tool_call>{}");
        }
    }

    @Test
    void utf8_is_replaced_by_maximal_wrong_parts() {
        SplittableRandom random = new SplittableRandom(7);
        int[] edges = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4};
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[random.nextInt(8)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) edges[random.nextInt(edges.length)];
            }
            StringBuilder text = new StringBuilder();
            Utf8Stream stream = new Utf8Stream(text, false);
            for (byte octet : bytes) {
                stream.add(octet);
            }
            stream.giveUp();

            // Java takes encoded surrogates for one wrong part, where the standard has three.
            if (!hasSurrogates(bytes)) {
                assertThat(text)
                        .hasToString(StandardCharsets.UTF_8
                                .decode(ByteBuffer.wrap(bytes))
                                .toString());
            }
        }
    }

    @Test
    void encoded_surrogates_are_three_wrong_parts() {
        StringBuilder text = new StringBuilder();
        Utf8Stream stream = new Utf8Stream(text, false);
        for (int octet : new int[] {0xED, 0xA0, 0x80, 0x41}) {
            stream.add((byte) octet);
        }

        assertThat(text).hasToString("\uFFFD\uFFFD\uFFFDA");
    }

    private OpenTokenizer open(HuggingFaceTextTokenizerTest.Sort sort) throws Exception {
        return OpenTokenizer.of(sort.craft().write(folder.resolve("tokenizer.json")));
    }

    private static boolean hasSurrogates(byte[] bytes) {
        return IntStream.range(1, bytes.length).anyMatch(i -> bytes[i - 1] == (byte) 0xED && (bytes[i] & 0xE0) == 0xA0);
    }

    /** One wrong byte spoils its whole run of bytes for the plain tokenizer, see PieceDecoder: bytes stay, but each alone. */
    private static int[] withoutRunsOfBytes(OpenTokenizer open, int[] tokens) {
        List<Integer> kept = new ArrayList<>();
        for (int token : tokens) {
            boolean silent = open.plainText(new int[] {token}).isEmpty();
            boolean second = isByte(token) && !kept.isEmpty() && isByte(kept.getLast());
            if (!silent && !second) {
                kept.add(token);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isByte(int token) {
        return token >= 3 && token < 259;
    }
}
