/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReducingModelTest {

    private static final Set<Expert> BOTH = Set.of(Expert.CHAT, Expert.DOCUMENT);
    private static final ModelOnOffer WRITES = new ModelOnOffer("writes", BOTH, false, true);
    private static final ModelOnOffer QUOTES = new ModelOnOffer("quotes", BOTH, false);
    private static final Reduction SPOKEN = asked("Who arrives?");
    private static final Reduction SUMMARY = asked("");

    private static Reduction asked(String question) {
        return new Reduction.Ask(new TaskInput.Combine(Expert.DOCUMENT, Language.EN, question, List.of()));
    }

    @Test
    void a_question_about_recordings_goes_to_a_model_that_quotes_whatever_was_named_for_hearing() {
        ReducingModel reducing = new ReducingModel(() -> List.of(WRITES, QUOTES));

        assertThat(reducing.of(SPOKEN, Expert.AUDIO, Optional.of("hears"))).contains("quotes");
        assertThat(reducing.of(SPOKEN, Expert.AUDIO, Optional.empty())).contains("quotes");
    }

    @Test
    void where_none_quotes_any_may() {
        assertThat(new ReducingModel(() -> List.of(WRITES)).of(SPOKEN, Expert.AUDIO, Optional.empty()))
                .isEmpty();
    }

    @Test
    void summaries_are_put_together_by_the_model_that_was_named_for_them_or_by_any() {
        ReducingModel reducing = new ReducingModel(() -> List.of(WRITES, QUOTES));

        assertThat(reducing.of(SUMMARY, Expert.DOCUMENT, Optional.of("writes"))).contains("writes");
        assertThat(reducing.of(SUMMARY, Expert.DOCUMENT, Optional.empty())).isEmpty();
    }

    @Test
    void what_is_only_joined_needs_none() {
        ReducingModel reducing = new ReducingModel(() -> List.of(QUOTES));

        assertThat(reducing.of(new Reduction.Join(), Expert.AUDIO, Optional.of("hears")))
                .isEmpty();
    }
}
