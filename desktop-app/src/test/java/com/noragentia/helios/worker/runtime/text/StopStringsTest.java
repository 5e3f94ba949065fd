/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StopStringsTest {

    @Test
    void a_stop_string_across_pieces_ends_the_answer_before_it() {
        StopStrings stops = new StopStrings(List.of("\n\nUser:"));

        assertThat(stops.next("Hello\n")).isEqualTo("Hello");
        assertThat(stops.next("\nUs")).isEmpty();
        assertThat(stops.next("er: and more")).isEmpty();
        assertThat(stops.stopped()).isTrue();
        assertThat(stops.next("more")).isEmpty();
        assertThat(stops.rest()).isEmpty();
    }

    @Test
    void what_cannot_become_one_any_more_is_given_out_at_once() {
        StopStrings stops = new StopStrings(List.of("END"));

        assertThat(stops.next("the EN")).isEqualTo("the ");
        assertThat(stops.next("ERGY")).isEqualTo("ENERGY");
        assertThat(stops.next("E")).isEmpty();
        assertThat(stops.rest()).isEqualTo("E");
        assertThat(stops.stopped()).isFalse();
    }

    @Test
    void the_cut_does_not_depend_on_the_pieces_and_no_more_is_held_back_than_must_be() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 50_000; round++) {
            List<String> strings = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                strings.add(word(random, 1 + random.nextInt(4)));
            }
            String answer = word(random, random.nextInt(20));
            StopStrings stops = new StopStrings(strings);
            StringBuilder given = new StringBuilder();
            int at = 0;
            while (at < answer.length()) {
                int next = Math.min(answer.length(), at + random.nextInt(4));
                given.append(stops.next(answer.substring(at, next)));
                at = next;
                assertThat(stops.stopped() || mayBegin(strings, answer.substring(given.length(), at)))
                        .isTrue();
            }
            given.append(stops.rest());

            int cut = cut(strings, answer);
            assertThat(stops.stopped()).isEqualTo(cut >= 0);
            assertThat(given).hasToString(cut < 0 ? answer : answer.substring(0, cut));
        }
    }

    @Test
    void strings_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> new StopStrings(List.of(""))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StopStrings(List.of("x".repeat(257))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StopStrings(Collections.nCopies(17, "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Character by character: as soon as the text so far ends with a stop string, the longest such ends it. */
    private static int cut(List<String> strings, String answer) {
        for (int end = 1; end <= answer.length(); end++) {
            String sofar = answer.substring(0, end);
            int longest = strings.stream()
                    .filter(sofar::endsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            if (longest > 0) {
                return end - longest;
            }
        }
        return -1;
    }

    private static boolean mayBegin(List<String> strings, String held) {
        return held.isEmpty() || strings.stream().anyMatch(string -> string.startsWith(held));
    }

    private static String word(SplittableRandom random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(2)));
        }
        return word.toString();
    }
}
