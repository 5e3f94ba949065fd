/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GlossaryTest {

    @Test
    void a_number_without_end_is_a_word_like_any_other() {
        String number = "1" + ".1".repeat(200_000);

        assertThat(Glossary.load().english(number)).isEqualTo(number);
    }
}
