/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BufferedRandomTest {

    private static final int NUMBERS = 5_000;

    @Test
    void no_number_comes_twice_however_often_the_buffer_is_filled() {
        BufferedRandom random = new BufferedRandom(new SecureRandom());
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < NUMBERS; i++) {
            seen.add(random.nextLong());
        }
        assertThat(seen).hasSize(NUMBERS);
    }

    @Test
    void every_bit_is_set_half_the_time() {
        BufferedRandom random = new BufferedRandom(new SecureRandom());
        int[] set = new int[Long.SIZE];
        for (int i = 0; i < NUMBERS; i++) {
            long number = random.nextLong();
            for (int bit = 0; bit < Long.SIZE; bit++) {
                set[bit] += (int) ((number >>> bit) & 1);
            }
        }
        // Six standard deviations: by chance once in five hundred million.
        assertThat(set).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isBetween(NUMBERS / 2 - 213, NUMBERS / 2 + 213);
            }
        });
    }

    @Test
    void an_id_of_a_moment_begins_with_it_and_no_two_are_alike() {
        Secrets secrets = new Secrets(new SecureRandom());
        Instant now = Instant.ofEpochMilli(0x0123_4567_89abL);
        String id = secrets.id(now);
        assertThat(id).hasSize(32).startsWith("0123456789ab").isNotEqualTo(secrets.id(now));
        assertThat(secrets.id()).hasSize(32).isNotEqualTo(secrets.id());
    }
}
