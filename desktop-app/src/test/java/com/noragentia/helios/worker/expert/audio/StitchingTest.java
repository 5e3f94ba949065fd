/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StitchingTest {

    @Test
    void each_window_answers_for_what_is_not_wholly_beyond_its_seam() {
        List<Utterance> heard = List.of(said(0, 900, "a"), said(800, 2_000, "b"), said(1_900, 3_000, "c"));

        assertThat(Stitching.own(heard, 900, 1_900)).extracting(Utterance::text).containsExactly("b");
        assertThat(Stitching.own(heard, 0, 3_000)).hasSize(3);
    }

    @Test
    void what_was_said_before_the_seam_is_not_said_again() {
        List<Utterance> before = List.of(said(0, 5_000, "Then we went to the market and bought the"));
        List<Utterance> next = List.of(said(4_000, 8_000, "And bought the bread. "), said(8_000, 9_000, "Good."));

        assertThat(Stitching.after(before, next))
                .containsExactly(said(5_000, 8_000, "bread."), said(8_000, 9_000, "Good."));
    }

    @Test
    void an_utterance_that_was_wholly_said_falls_away() {
        List<Utterance> before = List.of(said(0, 5_000, "Llama al número 188."));

        assertThat(Stitching.after(before, List.of(said(4_500, 5_000, "al número 188"))))
                .isEmpty();
    }

    @Test
    void what_overlaps_in_time_with_other_words_stays_and_begins_later() {
        List<Utterance> before = List.of(said(0, 5_000, "One two."));

        assertThat(Stitching.after(before, List.of(said(4_000, 6_000, "Three  four."))))
                .containsExactly(said(5_000, 6_000, "Three four."));
    }

    @Test
    void what_comes_later_is_left_alone_be_it_the_same_words() {
        List<Utterance> before = List.of(said(0, 5_000, "Again."));
        List<Utterance> next = List.of(said(5_000, 6_000, "Again."));

        assertThat(Stitching.after(before, next)).isEqualTo(next);
        assertThat(Stitching.after(List.of(), next)).isEqualTo(next);
        assertThat(Stitching.after(before, List.of())).isEmpty();
    }

    private static Utterance said(long start, long end, String text) {
        return new Utterance("talk.wav", start, end, text);
    }
}
