/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PriceTest {

    private static final Burn BURN = new Burn(Credits.of(0.5));

    private static final Price PRICE =
            new Price(1, new Credits(1), new Credits(10), new Credits(100), new Credits(1_000), new Credits(10_000));

    @Test
    void work_is_worth_the_sum_of_its_units() {
        assertThat(PRICE.of(new Measure(1, 2, 3, 4, 5))).isEqualTo(new Credits(54_321));
        assertThat(PRICE.of(Measure.NOTHING)).isEqualTo(Credits.ZERO);
    }

    @Test
    void nothing_is_sold_below_nothing_and_no_sum_wraps_around() {
        assertThatThrownBy(() -> new Price(1, new Credits(-1), Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PRICE.of(new Measure(0, Long.MAX_VALUE, 0, 0, 0)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_most_work_within_an_amount_is_all_that_it_pays_for() {
        Burn burn = new Burn(Credits.of(0.5));
        for (long most :
                new long[] {1, 2, 3, 999_999, 1_000_000, 1_000_001, 6_750_000, 6_749_999, 6_750_013, 123_456_789}) {
            Credits work = burn.within(new Credits(most));

            assertThat(burn.with(work).micros()).isBetween(most - 2, most);
            assertThat(burn.with(work.plus(new Credits(2))).micros()).isGreaterThan(most);
        }
        assertThat(burn.within(Credits.ZERO)).isEqualTo(Credits.ZERO);
        assertThat(burn.within(Credits.of(-3))).isEqualTo(Credits.ZERO);
    }

    @Test
    void eight_in_a_hundred_are_burned_and_half_a_credit_at_least() {
        assertThat(BURN.on(Credits.of(100))).isEqualTo(Credits.of(8));
        assertThat(BURN.on(Credits.of(2))).isEqualTo(Credits.of(0.5));
        assertThat(BURN.on(Credits.of(0.001))).isEqualTo(Credits.of(0.001));
        assertThat(BURN.with(Credits.of(100))).isEqualTo(Credits.of(108));
        assertThat(BURN.with(Credits.ZERO)).isEqualTo(Credits.ZERO);
    }
}
