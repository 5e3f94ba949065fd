/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seeds were worked out by another program, in another language. */
class SamplingSeedTest {

    private static final String COUNTING = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @ParameterizedTest
    @CsvSource({
        "'', 0000000000000000000000000000000000000000000000000000000000000000, b53519433cf34322",
        "job-1, " + COUNTING + ", 739cb49d67ef7c4b",
        "0190f3a2-7c1e-7b51-9d0e-5b6f2a3c4d5e, ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, bc88a973f65fb487",
        "año 🙂, " + COUNTING + ", 915301a8fa7ab912",
    })
    void the_seed_is_as_it_was_frozen(String job, String nonce, String seed) {
        assertThat(SamplingSeed.of(job, HexFormat.of().parseHex(nonce)).value())
                .isEqualTo(Long.parseUnsignedLong(seed, 16));
    }

    @Test
    void a_nonce_of_another_length_is_refused() {
        assertThatThrownBy(() -> SamplingSeed.of("job", new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SamplingSeed.of("job", new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }
}
