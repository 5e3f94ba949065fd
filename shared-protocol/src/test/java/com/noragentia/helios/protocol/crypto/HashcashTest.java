/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashcashTest {

    private static final int EASY = 10;

    private final Hashcash hashcash = new Hashcash("server", "puzzle", "key", EASY);

    @Test
    void a_solution_is_found_and_holds() throws InterruptedException {
        assertThat(hashcash.isSolvedBy(hashcash.solve())).isTrue();
    }

    @Test
    void about_one_number_in_two_to_the_bits_solves_it() {
        long solved = LongStream.range(0, 50_000).filter(hashcash::isSolvedBy).count();

        assertThat(solved).isBetween(20L, 90L); // 49 expected
    }

    @Test
    void a_solution_is_worth_nothing_to_another_key_server_or_hour() throws InterruptedException {
        Hashcash hard = new Hashcash("server", "puzzle", "key", 14);
        long solution = hard.solve();

        assertThat(new Hashcash("server", "puzzle", "other", 14).isSolvedBy(solution))
                .isFalse();
        assertThat(new Hashcash("other", "puzzle", "key", 14).isSolvedBy(solution))
                .isFalse();
        assertThat(new Hashcash("server", "later", "key", 14).isSolvedBy(solution))
                .isFalse();
    }

    @Test
    void a_search_that_is_not_wanted_any_more_ends() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Hashcash("server", "puzzle", "key", Hashcash.MOST_BITS).solve())
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void a_server_cannot_ask_for_any_amount_of_work() {
        assertThatThrownBy(() -> new Hashcash("server", "puzzle", "key", Hashcash.MOST_BITS + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
