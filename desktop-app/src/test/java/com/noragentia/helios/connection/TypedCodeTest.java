/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedCodeTest {

    private static final String CODE = "01ABC-DEFGH-JKMNP-QRSTV";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01ABC-DEFGH-JKMNP-QRSTV",
                "  01abc-defgh-jkmnp-qrstv\n",
                "01abcdefghjkmnpqrstv",
                "01ABC DEFGH JKMNP QRSTV",
                "01ABC–DEFGH—JKMNP‑QRSTV",
                "oiabc-defgh-jkmnp-qrstv",
                "OLABC-DEFGH-JKMNP-QRSTV",
                "O|1ABC-DEFGH-JKMNP-QRSTV",
                "“01ABC-DEFGH-JKMNP-QRSTV”.",
                "０１ＡＢＣ-DEFGH-JKMNP-QRSTV",
                "01ABC\u00a0DEFGH\u200bJKMNP\tQRSTV",
            })
    void a_code_is_the_same_however_it_is_typed(String typed) {
        assertThat(TypedCode.meant(typed)).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"one-time", "01ABC-DEFGH-JKMNP-QRST", "01ABC-DEFGH-JKMNP-QRSTVW", "U1ABC-DEFGH-JKMNP-QRSTV", ""})
    void what_is_no_code_of_ours_goes_to_the_network_as_it_is(String typed) {
        assertThat(TypedCode.meant(" " + typed + " ")).isEqualTo(typed);
    }

    @Test
    void an_endless_code_costs_little() {
        assertThat(TypedCode.meant("A".repeat(1_000_000))).hasSize(1_000_000);
    }
}
