/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeenEventsTest {

    private static final int MANY = 400_000;

    private static SeenEvents of(long... names) {
        SeenEvents events = new SeenEvents();
        for (long name : names) {
            events.add("%064x".formatted(name));
        }
        return events;
    }

    @Test
    void the_first_that_repeats_an_earlier_one_is_told() {
        assertThat(of().repeated()).isEmpty();
        assertThat(of(1, 2, 3).repeated()).isEmpty();
        assertThat(of(1, 2, 3, 2, 1, 1).repeated()).isEqualTo(OptionalInt.of(3));
        assertThat(of(-1, 5, 5, -1).repeated()).isEqualTo(OptionalInt.of(2));
        assertThat(of(7, 7, 7, 7).repeated()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void it_is_told_among_any() {
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            long[] names = random.longs(1 + random.nextInt(40), 0, 60).toArray();
            int first = names.length;
            for (int i = names.length - 1; i > 0; i--) {
                for (int before = 0; before < i; before++) {
                    first = names[before] == names[i] ? i : first;
                }
            }
            assertThat(of(names).repeated().orElse(names.length)).isEqualTo(first);
        }
    }

    @Test
    void an_export_in_which_every_event_comes_twice_takes_hardly_longer_than_another() {
        long honest = shortest(place -> place);
        long hostile = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> shortest(place -> place % (MANY / 2)));

        assertThat((double) hostile / honest).as("times as long").isLessThan(20);
    }

    /** Of several, as the first warms up and another may wait for the processor. */
    private static long shortest(LongUnaryOperator name) {
        return LongStream.range(0, 5).map(round -> nanos(name)).min().orElseThrow();
    }

    private static long nanos(LongUnaryOperator name) {
        SeenEvents events = new SeenEvents();
        for (int i = 0; i < MANY; i++) {
            long mixed = name.applyAsLong(i) * 0x9E3779B97F4A7C15L;
            events.add("0".repeat(48) + String.format("%016x", mixed));
        }
        long begun = System.nanoTime();
        events.repeated();
        return System.nanoTime() - begun;
    }
}
