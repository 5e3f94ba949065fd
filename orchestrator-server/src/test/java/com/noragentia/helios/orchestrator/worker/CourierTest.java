/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourierTest {

    private final List<Integer> delivered = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> expected = new ArrayList<>();

    @Test
    void closing_waits_until_all_is_delivered_in_order() {
        try (Courier courier = new Courier()) {
            for (int i = 0; i < 2 * Courier.LETTERS_WAITING; i++) {
                int letter = i;
                expected.add(i);
                courier.put(() -> delivered.add(letter));
            }
        }
        assertThat(delivered).isEqualTo(expected);
    }

    @Test
    void a_letter_that_cannot_be_delivered_keeps_none_of_the_others() {
        try (Courier courier = new Courier()) {
            courier.put(() -> {
                throw new IllegalStateException("on purpose");
            });
            courier.put(() -> delivered.add(1));
        }
        assertThat(delivered).containsExactly(1);
    }

    @Test
    void a_letter_that_comes_too_late_keeps_nobody_waiting() {
        Courier courier = new Courier();
        courier.close();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i <= Courier.LETTERS_WAITING; i++) {
                courier.put(() -> delivered.add(0));
            }
        });
        assertThat(delivered).isEmpty();
    }
}
