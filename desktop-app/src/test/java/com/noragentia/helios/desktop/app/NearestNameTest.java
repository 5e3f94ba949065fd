/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> OPTIONS = List.of("--file", "--json", "--summary", "--expert");

    @ParameterizedTest
    @CsvSource({"--flie,--file", "--fil,--file", "--jsno,--json", "--sumary,--summary", "--exprt,--expert"})
    void a_slip_of_the_finger_finds_the_option(String typed, String meant) {
        assertThat(NearestName.of(typed, OPTIONS)).contains(meant);
    }

    @Test
    void a_word_unlike_any_is_left_alone() {
        assertThat(NearestName.of("--verbose", OPTIONS)).isEmpty();
    }
}
