/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtWordsTest {

    @ParameterizedTest
    @CsvSource({
        "arbol,   El Árbol es alto,        true",
        "ÁRBOL,   un arbol,                true",
        "alto el, El Árbol es alto,        true",
        "alt,     El Árbol es alto,        true",
        "bajo el, El Árbol es alto,        false"
    })
    void every_word_must_be_there_whatever_its_case_and_accents(String sought, String text, boolean isThere) {
        assertThat(SoughtWords.of(sought).areIn(text)).isEqualTo(isThere);
    }

    @Test
    void the_words_may_stand_in_different_texts() {
        assertThat(SoughtWords.of("bread yeast").areIn("How is bread made?", "With yeast."))
                .isTrue();
    }

    @Test
    void no_words_are_nowhere() {
        assertThat(SoughtWords.of("  ").areIn("anything")).isFalse();
        assertThat(SoughtWords.of("  ").touch("anything")).isFalse();
    }

    @Test
    void a_paragraph_is_touched_by_one_of_the_words() {
        assertThat(SoughtWords.of("bread yeast").touch("With yeast.")).isTrue();
    }
}
