/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberFormatTest {

    @ParameterizedTest
    @CsvSource({
        "decimal, 0, 0",
        "decimal, 12, 12",
        "decimalZero, 9, 09",
        "decimalZero, 10, 10",
        "upperRoman, 4, IV",
        "upperRoman, 1994, MCMXCIV",
        "lowerRoman, 3999, mmmcmxcix",
        "lowerRoman, 4000, 4000",
        "lowerRoman, 0, 0",
        "lowerLetter, 1, a",
        "lowerLetter, 26, z",
        "lowerLetter, 27, aa",
        "upperLetter, 54, BBB",
        "upperLetter, 781, 781",
        "upperLetter, 32767, 32767",
        "ordinalText, 3, 3",
        "bullet, 3, ''"
    })
    void numbers_are_written_as_word_writes_them(String format, int number, String written) {
        assertThat(NumberFormat.of(format).written(number)).isEqualTo(written);
    }
}
