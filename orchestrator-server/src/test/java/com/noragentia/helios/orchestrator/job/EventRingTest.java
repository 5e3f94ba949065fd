/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRingTest {

    private static StoredEvent event(long sequence, int characters) {
        return new StoredEvent(sequence, "x".repeat(characters), false);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 3_000, EventRing.CHARACTERS + 1})
    void it_gives_all_that_follows_or_says_that_it_cannot(int longest) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(longest);
        EventRing ring = new EventRing();
        List<StoredEvent> all = new ArrayList<>();
        for (int i = 1; i <= 2_000; i++) {
            StoredEvent event = event(i, random.nextInt(longest + 1));
            all.add(event);
            ring.add(event);
            int reached = random.nextInt(i + 1);
            ring.after(reached).ifPresent(events -> assertThat(events).isEqualTo(all.subList(reached, all.size())));
            assertThat(ring.after(i)).contains(List.of());
        }
    }

    @Test
    void it_keeps_the_newest_and_no_more() {
        EventRing ring = new EventRing();
        for (int i = 1; i <= 1_000; i++) {
            ring.add(event(i, 10));
        }
        assertThat(ring.after(1_000 - EventRing.EVENTS).orElseThrow()).hasSize(EventRing.EVENTS);
        assertThat(ring.after(1_000 - EventRing.EVENTS - 1)).isEmpty();
    }

    @Test
    void few_long_events_fill_it_as_many_short_ones_do() {
        EventRing ring = new EventRing();
        for (int i = 1; i <= 4; i++) {
            ring.add(event(i, EventRing.CHARACTERS / 2));
        }
        assertThat(ring.after(2).orElseThrow()).hasSize(2);
        assertThat(ring.after(1)).isEmpty();
        ring.add(event(5, EventRing.CHARACTERS + 1));
        assertThat(ring.after(4)).as("one that does not fit").isEmpty();
        assertThat(ring.after(5)).contains(List.of());
    }

    @Test
    void after_a_gap_it_starts_anew() {
        EventRing ring = new EventRing();
        ring.add(event(1, 1));
        ring.add(event(5, 1));
        assertThat(ring.after(1)).isEmpty();
        assertThat(ring.after(4)).contains(List.of(event(5, 1)));
    }

    @Test
    void of_a_job_that_nobody_follows_nothing_is_kept() throws InterruptedException {
        LiveTail tail = new LiveTail();
        tail.published("job", event(1, 1));
        assertThat(tail.size()).isZero();
        LiveTail.Follower one = tail.follow("job");
        LiveTail.Follower two = tail.follow("job");
        tail.published("job", event(2, 1));
        tail.published("another", event(1, 1));
        assertThat(tail.size()).isEqualTo(1);
        one.close();
        assertThat(two.await(1, Duration.ZERO)).contains(List.of(event(2, 1)));
        two.close();
        assertThat(tail.size()).isZero();
    }
}
