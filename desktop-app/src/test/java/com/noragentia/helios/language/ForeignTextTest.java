/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ForeignTextTest {

    @Test
    void strange_words_become_one_line_without_anything_that_acts() {
        assertThat(ForeignText.of("a\u001b[31m\r\nb\tc\u0000\u202ed\u2028e\u009b\ud800f "))
                .isEqualTo("a [31m b c d e f");
    }

    @Test
    void an_endless_text_is_cut_between_two_letters() {
        String cut = ForeignText.of("🌒".repeat(100_000));

        assertThat(cut).isEqualTo("🌒".repeat(ForeignText.MOST_CHARACTERS) + "…");
        assertThat(ForeignText.of("ñ".repeat(ForeignText.MOST_CHARACTERS))).doesNotContain("…");
    }
}
