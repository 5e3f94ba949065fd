/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    /** Always the longest wait that is allowed. */
    private static final RandomGenerator UNLUCKY = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Test
    void the_ceiling_doubles_up_to_the_longest_and_falls_back_after_a_success() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(6), UNLUCKY);

        List<Duration> waits = Stream.generate(backoff::next).limit(5).toList();
        backoff.reset();

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(6));
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waits_spread_from_nothing_to_the_ceiling() {
        Backoff backoff =
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), RandomGenerator.of("L64X128MixRandom"));

        List<Duration> waits = Stream.generate(backoff::next).limit(1_000).toList();

        assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) <= 0);
        assertThat(waits).anyMatch(wait -> wait.toMillis() < 100).anyMatch(wait -> wait.toMillis() > 900);
    }
}
