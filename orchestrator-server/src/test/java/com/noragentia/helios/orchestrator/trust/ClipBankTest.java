/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClipBankTest {

    private static final int ENOUGH = 20;
    private static final int MOST_BYTES = 1_500_000;

    private final ClipBank bank = ClipBank.load();

    @ParameterizedTest
    @EnumSource
    void each_language_has_many_sentences_none_like_another(Language language) {
        Set<List<String>> told = new HashSet<>();
        for (ClipBank.Clip clip : bank.in(language)) {
            List<String> words = SpokenWords.of(clip.text(), language);
            assertThat(words).as(clip.text()).hasSizeGreaterThan(2);
            assertThat(told.add(words)).as(clip.text()).isTrue();
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(ENOUGH);
    }

    @ParameterizedTest
    @EnumSource
    void each_sentence_is_short_and_loud_enough(Language language) {
        for (ClipBank.Clip clip : bank.in(language)) {
            float[] sound = bank.sound(clip);
            assertThat(sound.length).isBetween(SpokenRecording.RATE / 2, 3 * SpokenRecording.RATE);
            float peak = 0;
            for (float sample : sound) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertThat(peak).as(clip.text()).isBetween(0.5f, 1f);
        }
    }

    @Test
    void it_is_small() throws Exception {
        try (var file = ClipBank.class.getResourceAsStream("clips.wav")) {
            assertThat(file).isNotNull();
            assertThat(file.readAllBytes().length).isLessThan(MOST_BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 9", "0, -1", "0, 2147483647", "2147483647, 2147483647", "1400000, 16000"})
    void a_clip_that_is_not_in_the_bank_is_refused(int from, int length) throws Exception {
        String index = "{\"clips\": [{\"language\": \"en\", \"text\": \"Hello.\", \"from\": %d, \"length\": %d}]}";
        try (var file = ClipBank.class.getResourceAsStream("clips.wav")) {
            assertThat(file).isNotNull();
            byte[] sound = file.readAllBytes();
            assertThat(ClipBank.of(index.formatted(0, 16_000).getBytes(StandardCharsets.UTF_8), sound)
                            .in(Language.EN))
                    .hasSize(1);
            assertThatThrownBy(() -> ClipBank.of(index.formatted(from, length).getBytes(StandardCharsets.UTF_8), sound))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not in the bank");
        }
    }

    @Test
    void a_bank_that_is_none_is_refused() {
        byte[] index = "{\"clips\": []}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ClipBank.of(index, new byte[1_000])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ClipBank.of(new byte[9], new byte[1_000])).isInstanceOf(IOException.class);
    }
}
