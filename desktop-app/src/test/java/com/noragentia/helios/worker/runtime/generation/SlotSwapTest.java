/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlotSwapTest {

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of(0, 1), List.of()),
                Arguments.of(List.of(1, 0), List.of()),
                Arguments.of(List.of(3), List.of(new SlotSwap(0, 3))),
                Arguments.of(List.of(0, 5), List.of(new SlotSwap(1, 5))),
                Arguments.of(List.of(4, 1, 7), List.of(new SlotSwap(0, 7), new SlotSwap(2, 4))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void only_what_stands_too_far_back_moves(List<Integer> wanted, List<SlotSwap> swaps) {
        assertThat(SlotSwap.toFront(wanted)).isEqualTo(swaps);
    }
}
