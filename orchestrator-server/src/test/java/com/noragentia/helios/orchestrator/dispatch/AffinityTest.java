/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AffinityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Affinity affinity = new Affinity();

    @Test
    void the_last_device_of_a_conversation_is_remembered_for_half_an_hour() {
        affinity.served("m", "talk", "a", NOW);
        affinity.served("m", "talk", "b", NOW);
        assertThat(affinity.device("m", "talk", NOW.plus(Duration.ofMinutes(30))))
                .contains("b");
        assertThat(affinity.device("m", "talk", NOW.plus(Duration.ofMinutes(31))))
                .isEmpty();
    }

    @Test
    void nobody_hears_of_the_conversations_of_others() {
        affinity.served("m", "talk", "a", NOW);
        assertThat(affinity.device("n", "talk", NOW)).isEmpty();
        affinity.served("ab", "c", "a", NOW);
        assertThat(affinity.device("a", "bc", NOW)).isEmpty();
    }

    @Test
    void many_conversations_fill_no_memory_and_those_that_go_on_stay() {
        affinity.served("m", "first", "a", NOW);
        affinity.served("m", "second", "a", NOW);
        affinity.served("m", "first", "a", NOW);
        for (int i = 0; i < Affinity.REMEMBERED - 1; i++) {
            affinity.served("flood", "c" + i, "a", NOW);
        }
        assertThat(affinity.device("m", "first", NOW)).contains("a");
        assertThat(affinity.device("m", "second", NOW)).isEmpty();
    }
}
