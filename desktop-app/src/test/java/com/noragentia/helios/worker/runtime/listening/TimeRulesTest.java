/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.worker.runtime.decoding.Tokens;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimeRulesTest {

    private final TimeRules rules = new TimeRules(Config.SMALL);

    @Test
    void a_transcript_begins_with_a_time_that_is_not_late() {
        int[] allowed = allowed(words(9), Config.tokens());

        assertThat(allowed)
                .containsExactly(
                        IntStream.rangeClosed(Config.time(0), Config.time(1)).toArray());
    }

    @Test
    void words_follow_the_beginning_of_a_stretch_but_never_those_that_are_suppressed() {
        assertThat(allowed(words(9), Config.tokens(Config.time(0.5))))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 8, 9, Config.END);
    }

    @Test
    void after_words_come_words_or_a_later_time() {
        assertThat(allowed(words(9), Config.tokens(Config.time(0.5), 4)))
                .contains(0, 9, Config.END, Config.time(0.52), Config.time(30))
                .doesNotContain(7, 15, Config.time(0), Config.time(0.5));
    }

    @Test
    void after_the_end_of_a_stretch_the_next_begins_no_earlier_or_all_is_said() {
        int[] allowed = allowed(words(9), Config.tokens(Config.time(0.5), 4, Config.time(2)));

        assertThat(allowed[0]).isEqualTo(Config.END);
        assertThat(allowed[1]).isEqualTo(Config.time(2));
        assertThat(allowed).doesNotContain(4, Config.time(1.98));
    }

    @Test
    void a_stretch_ends_where_all_times_together_are_likelier_than_any_word() {
        float[] scores = words(2); // 2 for each word; about 1,480 times with 0 each are ln 1480 = 7.3
        rules.apply(scores, Config.tokens(Config.time(0.5), 4));

        assertThat(scores[4]).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(scores[Config.END]).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(scores[Config.time(1)]).isZero();
    }

    @Test
    void sums_of_probabilities_are_exact_and_an_empty_one_is_nothing() {
        float none = Float.NEGATIVE_INFINITY;

        assertThat(TimeRules.logSum(new float[] {1, none, 1}, 0, 3)).isCloseTo(1 + Math.log(2), within(1e-6));
        assertThat(TimeRules.logSum(new float[] {none, none}, 0, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(TimeRules.logSum(new float[] {1e4f, 1e4f}, 0, 2)).isCloseTo(1e4 + Math.log(2), within(1e-2));
    }

    private int[] allowed(float[] scores, Tokens written) {
        rules.apply(scores, written);
        return IntStream.range(0, scores.length)
                .filter(token -> scores[token] > Float.NEGATIVE_INFINITY)
                .toArray();
    }

    /** Words are as likely as said, everything else is 0. */
    private static float[] words(float score) {
        float[] scores = new float[Config.SMALL.vocabulary()];
        for (int token = 0; token <= Config.END; token++) {
            scores[token] = score;
        }
        return scores;
    }
}
