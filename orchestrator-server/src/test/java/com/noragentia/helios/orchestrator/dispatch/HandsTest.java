/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Hands hands = new Hands();

    @Test
    void one_thing_is_done_after_another() {
        hands.take("a", "one", "reads", 5_000, NOW);
        hands.take("a", "two", "reads", 3_000, NOW.plusSeconds(1));
        assertThat(hands.busyUntil("a", Room.IN_LINE, NOW))
                .isEqualTo(NOW.plusSeconds(8).toEpochMilli());
        assertThat(hands.couldBeginAt("a", "one", Room.IN_LINE)).contains(NOW);
        assertThat(hands.couldBeginAt("a", "two", Room.IN_LINE)).isEmpty();

        hands.letGo("a", "one", Room.IN_LINE, NOW.plusSeconds(7));
        assertThat(hands.couldBeginAt("a", "two", Room.IN_LINE)).contains(NOW.plusSeconds(7));
        assertThat(hands.busyUntil("a", Room.IN_LINE, NOW))
                .isEqualTo(NOW.plusSeconds(10).toEpochMilli());

        hands.letGo("a", "two", Room.IN_LINE, NOW.plusSeconds(8));
        assertThat(hands.busyUntil("a", Room.IN_LINE, NOW)).isEqualTo(Seat.IDLE);
    }

    @Test
    void the_second_may_end_first() {
        hands.take("a", "one", "reads", 5_000, NOW);
        hands.take("a", "two", "reads", 3_000, NOW);
        hands.letGo("a", "two", Room.IN_LINE, NOW.plusSeconds(2));
        assertThat(hands.couldBeginAt("a", "one", Room.IN_LINE)).contains(NOW);
        assertThat(hands.busyUntil("a", Room.IN_LINE, NOW))
                .isEqualTo(NOW.plusSeconds(5).toEpochMilli());
    }

    @Test
    void what_nobody_has_cannot_be_let_go() {
        hands.letGo("a", "one", Room.IN_LINE, NOW);
        hands.take("a", "one", "reads", 5_000, NOW);
        hands.letGo("a", "another", Room.IN_LINE, NOW);
        hands.letGo("b", "one", Room.IN_LINE, NOW);
        assertThat(hands.leases("a")).isEqualTo(1);
        assertThat(hands.leases("b")).isZero();
    }

    @Test
    void answers_are_written_side_by_side_and_delay_one_more_by_a_part_only() {
        Room room = new Room(Map.of("writes", 8));
        for (int i = 0; i < 7; i++) {
            hands.take("a", "l" + i, "writes", 10_000, NOW);
            assertThat(hands.couldBeginAt("a", "l" + i, room)).contains(NOW);
        }
        assertThat(hands.busyUntil("a", room, NOW))
                .isEqualTo(NOW.plusSeconds(21).toEpochMilli());
        assertThat(hands.busyUntil("a", room, NOW.plusSeconds(5)))
                .as("half of each is written")
                .isEqualTo(NOW.plusMillis(5_000 + 10_500).toEpochMilli());
        hands.take("a", "line", "reads", 3_000, NOW);
        assertThat(hands.busyUntil("a", room, NOW))
                .isEqualTo(NOW.plusSeconds(24).toEpochMilli());
        assertThat(hands.doneAt("a", room, NOW.plusSeconds(9)))
                .isEqualTo(NOW.plusSeconds(10).toEpochMilli());
    }

    @Test
    void what_is_done_in_line_keeps_two_hands_beside_eight_that_write() {
        Room room = new Room(Map.of("writes", 8));
        for (int i = 0; i < 8; i++) {
            assertThat(hands.hasFree("a", "writes", room)).isTrue();
            hands.take("a", "l" + i, "writes", 10_000, NOW);
        }
        assertThat(hands.hasFree("a", "writes", room)).isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(hands.hasFree("a", "reads", room)).isTrue();
            hands.take("a", "r" + i, "reads", 10_000, NOW);
        }
        assertThat(hands.hasFree("a", "reads", room)).isFalse();
        assertThat(hands.couldBeginAt("a", "r0", room)).contains(NOW);
        assertThat(hands.couldBeginAt("a", "r1", room)).isEmpty();
        hands.letGo("a", "r0", room, NOW.plusSeconds(3));
        assertThat(hands.couldBeginAt("a", "r1", room)).contains(NOW.plusSeconds(3));
    }

    @Test
    void two_models_that_write_have_no_more_hands_together_than_one() {
        Room room = new Room(Map.of("one", 8, "other", 8));
        for (int i = 0; i < 5; i++) {
            hands.take("a", "l" + i, "one", 10_000, NOW);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(hands.hasFree("a", "other", room)).isTrue();
            hands.take("a", "o" + i, "other", 10_000, NOW);
        }
        assertThat(hands.hasFree("a", "other", room)).isFalse();
        assertThat(hands.hasFree("a", "one", room)).isFalse();
    }
}
