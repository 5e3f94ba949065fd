/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import static com.noragentia.helios.worker.runtime.listening.Config.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimedTextTest {

    @Test
    void stretches_are_read_with_their_times() {
        assertThat(read(10_000, time(0.5), 1, 2, time(1.5), time(2), 3, time(3)))
                .containsExactly(new Heard.Segment(500, 1_500, "1 2"), new Heard.Segment(2_000, 3_000, "3"));
    }

    @Test
    void what_does_not_end_ends_with_the_sound_and_nothing_lies_beyond_it() {
        assertThat(read(4_000, time(0.5), 1)).containsExactly(new Heard.Segment(500, 4_000, "1"));
        assertThat(read(4_000, time(1), 1, time(9), time(9), 2, time(12)))
                .containsExactly(new Heard.Segment(1_000, 4_000, "1"), new Heard.Segment(4_000, 4_000, "2"));
    }

    @Test
    void without_words_there_is_nothing() {
        assertThat(read(4_000)).isEmpty();
        assertThat(read(4_000, time(0), time(1))).isEmpty();
    }

    private static List<Heard.Segment> read(int soundMillis, int... tokens) {
        return TimedText.of(
                Config.tokens(tokens),
                Config.SMALL,
                soundMillis,
                (all, from, to) -> IntStream.range(from, to)
                        .mapToObj(i -> Integer.toString(all.get(i)))
                        .collect(Collectors.joining(" ")));
    }
}
