/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.ChatOptions;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OptionRulesTest {

    private static ChatOptions options(@Nullable Double temperature, @Nullable Integer maxTokens, List<String> stop) {
        return new ChatOptions(temperature, null, null, null, null, null, maxTokens, stop, null, null);
    }

    @Test
    void what_is_left_out_or_within_its_range_is_fine() {
        assertThatNoException().isThrownBy(() -> OptionRules.check(null));
        assertThatNoException().isThrownBy(() -> OptionRules.check(ChatOptions.NONE));
        assertThatNoException().isThrownBy(() -> OptionRules.check(options(0.0, 1, List.of("###"))));
        assertThatNoException().isThrownBy(() -> OptionRules.check(options(2.0, 1_024, List.of())));
    }

    @Test
    void a_number_out_of_its_range_is_told_with_the_range() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptionRules.check(options(2.1, null, List.of())))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.OPTION_OUT_OF_RANGE);
                    assertThat(e.problem().values())
                            .containsEntry("option", "temperature")
                            .containsEntry("least", "0")
                            .containsEntry("most", "2");
                });
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptionRules.check(options(Double.NaN, null, List.of())));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptionRules.check(options(null, 1_025, List.of())));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptionRules.check(options(null, 0, List.of())));
    }

    @Test
    void stop_texts_are_few_short_and_not_empty() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptionRules.check(options(null, null, Collections.nCopies(5, "a"))))
                .satisfies(e -> assertThat(e.problem().values())
                        .containsEntry("option", "stop")
                        .containsEntry("limit", "4"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptionRules.check(options(null, null, List.of("a".repeat(65)))));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptionRules.check(options(null, null, List.of(""))));
    }
}
