/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTitleTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            How do I boil an egg?                | How do I boil an egg?
            '   two   spaces   '                 | two spaces
            'a\ttab'                             | a tab
            The quick brown fox jumps over the lazy dog and then rests for a while | The quick brown fox jumps over the lazy dog and then rests…
            """, delimiter = '|')
    void a_title_is_the_first_line_in_short(String question, String title) {
        assertThat(ChatTitle.of(Chats.question(question))).isEqualTo(title);
    }

    @Test
    void empty_lines_before_the_first_are_passed_over() {
        assertThat(ChatTitle.of(Chats.question("\n  \nfirst\nsecond"))).isEqualTo("first");
    }

    @Test
    void a_question_without_words_is_called_after_its_file() {
        assertThat(ChatTitle.of(Chats.withFile(" "))).isEqualTo("lease.pdf");
    }

    @Test
    void characters_that_turn_text_around_are_left_out() {
        assertThat(ChatTitle.typed("in\u202Evoice\u0007 ")).isEqualTo("invoice");
    }

    @Test
    void a_long_title_is_cut_between_characters_as_people_count_them() {
        String family = "👨‍👩‍👧";
        String typed = ChatTitle.typed("a".repeat(ChatTitle.MOST_CHARACTERS - 1) + "é́" + family);

        assertThat(typed.length()).isLessThanOrEqualTo(ChatTitle.MOST_CHARACTERS);
        assertThat(Character.isHighSurrogate(typed.charAt(typed.length() - 1))).isFalse();
    }
}
