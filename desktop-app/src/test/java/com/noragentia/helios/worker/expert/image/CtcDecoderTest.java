/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.FloatTensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class CtcDecoderTest {

    private static final int SPACE = 4;

    private final CtcDecoder decoder = new CtcDecoder(List.of("a", "b", "\uFF1A"));

    @Test
    void repetitions_merge_unless_a_blank_parts_them() throws ModelFailure {
        assertThat(decoder.decode(steps(1, 1, 0, 1, 2, 2), 0).text()).isEqualTo("aab");
    }

    @Test
    void the_last_class_is_the_space_and_full_width_signs_become_ordinary() throws ModelFailure {
        assertThat(decoder.decode(steps(SPACE, 1, SPACE, 2, 3, SPACE), 0).text())
                .isEqualTo("a b:");
    }

    @Test
    void a_list_that_ends_with_the_space_tells_of_it_once() throws ModelFailure {
        CtcDecoder listed = new CtcDecoder(List.of("a", "b", "c", " "));

        assertThat(listed.decode(steps(1, SPACE, 2), 0).text()).isEqualTo("a b");
    }

    @Test
    void confidence_is_the_mean_of_what_was_kept() throws ModelFailure {
        assertThat(decoder.decode(steps(0, 1, 1, 2), 0).confidence()).isCloseTo(0.9, within(1e-6));
        assertThat(decoder.decode(steps(0, 0), 0)).isEqualTo(new CtcDecoder.Decoded("", 0));
    }

    @Test
    void a_space_that_is_likely_enough_wins_over_a_blank() throws ModelFailure {
        FloatTensor narrow = steps(1, 0, 2);
        narrow.values()[5 + SPACE] = 0.15f;
        FloatTensor joined = steps(1, 0, 2);
        joined.values()[5 + SPACE] = 0.05f;

        assertThat(decoder.decode(narrow, 0)).isEqualTo(new CtcDecoder.Decoded("a b", 0.9f));
        assertThat(decoder.decode(joined, 0).text()).isEqualTo("ab");
    }

    @Test
    void lines_of_a_batch_are_told_apart() throws ModelFailure {
        FloatTensor batch = new FloatTensor(steps(1, 2, 2, 1).values(), 2, 2, 5);

        assertThat(decoder.decode(batch, 0).text()).isEqualTo("ab");
        assertThat(decoder.decode(batch, 1).text()).isEqualTo("ba");
    }

    @Test
    void a_character_list_for_another_model_is_refused() {
        assertThatThrownBy(() -> new CtcDecoder(List.of("a")).decode(steps(1), 0))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("5 classes for 3 characters");
    }

    private static FloatTensor steps(int... classes) {
        float[] values = new float[classes.length * 5];
        for (int step = 0; step < classes.length; step++) {
            values[step * 5 + classes[step]] = 0.9f;
        }
        return new FloatTensor(values, 1, classes.length, 5);
    }
}
