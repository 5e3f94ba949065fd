/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.runtime.decoding.Repetition;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RepetitionTest {

    @ParameterizedTest
    @CsvSource({"1, 12", "2, 6", "3, 4", "5, 4", "24, 4"})
    void a_phrase_that_comes_again_and_again_is_kept_once(int phrase, int rounds) {
        int[] circle = IntStream.range(0, phrase * rounds).map(i -> i % phrase).toArray();
        int[] tokens =
                IntStream.concat(IntStream.of(97, 98, 99), IntStream.of(circle)).toArray();

        assertThat(Repetition.kept(Config.tokens(tokens))).isEqualTo(3 + phrase);
        assertThat(Repetition.kept(Config.tokens(java.util.Arrays.copyOf(tokens, tokens.length - 1))))
                .as("one less is no circle yet")
                .isEqualTo(tokens.length - 1);
    }

    @Test
    void sentences_that_are_said_again_stand_at_other_times() {
        int[] tokens = IntStream.range(0, 10)
                .flatMap(i -> IntStream.of(Config.time(2 * i), 4, 5, Config.time(2 * i + 1)))
                .toArray();

        assertThat(Repetition.kept(Config.tokens(tokens))).isEqualTo(tokens.length);
    }

    @Test
    void a_text_that_can_be_packed_too_well_is_no_speech() {
        assertThat(Repetition.isIn("and then we went to the market and ".repeat(6)))
                .isTrue();
        assertThat(Repetition.isIn("Llama al número 188. Hasta el martes. Página 208. Busca el perro blanco."))
                .isFalse();
        assertThat(Repetition.isIn("")).isFalse();
    }
}
