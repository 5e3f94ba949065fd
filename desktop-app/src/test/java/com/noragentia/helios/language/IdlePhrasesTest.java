/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.task.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdlePhrasesTest {

    private final IdlePhrases english = new IdlePhrases(Language.EN);
    private final IdlePhrases spanish = new IdlePhrases(Language.ES);

    @ParameterizedTest
    @EnumSource
    void every_reason_has_a_sentence_for_one_and_for_many(SkipReason reason) {
        for (IdlePhrases phrases : new IdlePhrases[] {english, spanish}) {
            String one = phrases.sentence(Map.of(reason, 1));
            String many = phrases.sentence(Map.of(reason, 40));
            assertThat(one).endsWith(".").doesNotContain("{").doesNotContain("1 ");
            assertThat(many).endsWith(".").doesNotContain("{");
            assertThat(many.contains("40")).isEqualTo(reason != SkipReason.DRAINING);
        }
        assertThat(english.sentence(Map.of(reason, 40))).isNotEqualTo(spanish.sentence(Map.of(reason, 40)));
    }

    @Test
    void of_several_reasons_the_one_that_counts_most_is_told() {
        assertThat(english.sentence(Map.of(
                        SkipReason.UNTRUSTED, 3, SkipReason.MODEL_NOT_HOSTED, 40, SkipReason.CONTEXT_TOO_SMALL, 12)))
                .startsWith("40 questions need a model that this computer does not host");
        assertThat(IdlePhrases.chief(Map.of(SkipReason.BUSY, 2, SkipReason.UNTRUSTED, 2)))
                .contains(SkipReason.UNTRUSTED);
    }

    @Test
    void where_nothing_waits_that_is_said() {
        assertThat(english.sentence(Map.of())).isEqualTo("This computer is ready; no question is waiting.");
        assertThat(spanish.sentence(Map.of())).isEqualTo("Este ordenador está listo; no hay preguntas en espera.");
    }
}
