/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "a las 2l:30.,a las 21:30.",
        "l2/O3/2026,12/03/2026",
        "Total: 1O.5O,Total: 10.50",
        "Il or IO,Il or IO",
        "IO:OO,IO:OO",
        "room l4,room 14",
        "model A1l,model A1l",
        "I have 2,I have 2",
        "l,l"
    })
    void doubles_become_digits_only_among_digits(String read, String meant) {
        assertThat(Digits.restoredIn(read)).isEqualTo(meant);
    }
}
