/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import org.junit.jupiter.api.Test;

class PenaltiesTest {

    private final TokenSequence before = new TokenSequence(new int[] {0, 1, 1});

    PenaltiesTest() {
        before.append(2);
        before.append(3);
        before.append(2);
    }

    @Test
    void repetition_divides_or_multiplies_once_whatever_was_seen() throws ModelFailure {
        assertThat(after(rule(2, 0, 0), 4, -4, 8, -1, 4)).containsExactly(2, -8, 4, -2, 4);
    }

    @Test
    void frequency_counts_what_was_written_and_presence_only_that_it_was() throws ModelFailure {
        assertThat(after(rule(1, 0.5, 0), 4, 4, 4, 4, 4)).containsExactly(4, 4, 3, 3.5f, 4);
        assertThat(after(rule(1, 0, 0.25), 4, 4, 4, 4, 4)).containsExactly(4, 4, 3.75f, 3.75f, 4);
        assertThat(after(rule(2, 0.5, 0.25), 4, 4, 4, 4, 4)).containsExactly(2, 2, 0.75f, 1.25f, 4);
    }

    @Test
    void the_same_object_forgets_one_sequence_before_the_next() throws ModelFailure {
        Penalties penalties = new Penalties(rule(2, 1, 1));
        LogitRow row = new LogitRow();
        row.take(Logits.of(4, 4, 4, 4, 4));
        penalties.apply(row, before);
        row.take(Logits.of(4, 4, 4, 4, 4));

        penalties.apply(row, new TokenSequence(new int[] {4}));

        assertThat(values(row)).containsExactly(4, 4, 4, 4, 2);
    }

    @Test
    void a_sequence_with_tokens_that_the_row_lacks_is_a_failure_of_the_model() {
        assertThatThrownBy(() -> after(rule(2, 0, 0), 1, 1))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("token 2 came before, logits are 2");
    }

    @Test
    void a_penalty_turns_a_greedy_choice_away_from_repeating() throws ModelFailure {
        GumbelSampler sampler = new GumbelSampler(new SamplingRule(0, 64, 1, 1.5, 0, 0, 0));

        assertThat(sampler.choose(Logits.of(1, 1, 3, 1, 2.5f), before)).isEqualTo(4);
    }

    private float[] after(SamplingRule rule, float... logits) throws ModelFailure {
        LogitRow row = new LogitRow();
        row.take(Logits.of(logits));
        new Penalties(rule).apply(row, before);
        return values(row);
    }

    private static float[] values(LogitRow row) {
        float[] values = new float[row.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.at(i);
        }
        return values;
    }

    private static SamplingRule rule(double repetition, double frequency, double presence) {
        return new SamplingRule(1, 64, 1, repetition, frequency, presence, 1);
    }
}
