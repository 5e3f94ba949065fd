/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PromptLookupTest {

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(ints(), 3, ints(1, 2, 3, 4)),
                Arguments.of(ints(), 3, ints(1)),
                Arguments.of(ints(9, 8, 1), 3, ints(1, 2, 9, 8, 1, 2)),
                Arguments.of(ints(9, 8), 2, ints(1, 2, 9, 8, 1, 2)),
                Arguments.of(ints(), 0, ints(1, 2, 9, 8, 1, 2)),
                Arguments.of(ints(6, 1, 2), 3, ints(1, 2, 5, 1, 2, 6, 1, 2)), // the latest
                Arguments.of(ints(4, 9, 9), 3, ints(1, 2, 3, 4, 9, 9, 8, 2, 3, 7, 7, 1, 2, 3)), // the longest
                Arguments.of(ints(5), 3, ints(5, 5, 5)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void what_followed_before_is_guessed_again(int[] guess, int most, int[] sequence) {
        assertThat(PromptLookup.guess(new TokenSequence(sequence), most)).containsExactly(guess);
    }

    @Test
    void guessing_rests_where_it_does_not_pay_and_is_tried_again() {
        LookupPace pace = new LookupPace();
        int tries = 0;
        for (int step = 0; step < 100; step++) {
            if (pace.guesses()) {
                tries++;
                pace.gave(1);
            }
        }

        assertThat(tries).isBetween(4, 12);
    }

    @Test
    void guessing_goes_on_where_it_pays() {
        LookupPace pace = new LookupPace();
        for (int step = 0; step < 100; step++) {
            assertThat(pace.guesses()).isTrue();
            pace.gave(step % 2 == 0 ? 1 : 4);
        }
    }

    private static int[] ints(int... values) {
        return values;
    }
}
