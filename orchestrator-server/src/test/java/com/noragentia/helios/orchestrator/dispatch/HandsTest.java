/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HandsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Hands hands = new Hands();

    @Test
    void one_thing_is_done_after_another() {
        hands.take("a", "one", 5_000, NOW);
        hands.take("a", "two", 3_000, NOW.plusSeconds(1));
        assertThat(hands.busyUntil("a")).isEqualTo(NOW.plusSeconds(8).toEpochMilli());
        assertThat(hands.couldBeginAt("a", "one")).contains(NOW);
        assertThat(hands.couldBeginAt("a", "two")).isEmpty();

        hands.letGo("a", "one", NOW.plusSeconds(7));
        assertThat(hands.couldBeginAt("a", "two")).contains(NOW.plusSeconds(7));
        assertThat(hands.busyUntil("a")).isEqualTo(NOW.plusSeconds(10).toEpochMilli());

        hands.letGo("a", "two", NOW.plusSeconds(8));
        assertThat(hands.busyUntil("a")).isEqualTo(Seat.IDLE);
    }

    @Test
    void the_second_may_end_first() {
        hands.take("a", "one", 5_000, NOW);
        hands.take("a", "two", 3_000, NOW);
        hands.letGo("a", "two", NOW.plusSeconds(2));
        assertThat(hands.couldBeginAt("a", "one")).contains(NOW);
        assertThat(hands.busyUntil("a")).isEqualTo(NOW.plusSeconds(5).toEpochMilli());
    }

    @Test
    void what_nobody_has_cannot_be_let_go() {
        hands.letGo("a", "one", NOW);
        hands.take("a", "one", 5_000, NOW);
        hands.letGo("a", "another", NOW);
        hands.letGo("b", "one", NOW);
        assertThat(hands.leases("a")).isEqualTo(1);
        assertThat(hands.leases("b")).isZero();
    }
}
