/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class MannerTest {

    private static Manner inGeneral(Language language) {
        return Manner.of(new TaskInput.Chat(language, "?", List.of(), List.of()), 1, false);
    }

    /** helios-gumbel-1 filters the 64 likeliest, then top-p. */
    @Test
    void where_nothing_is_chosen_the_filter_is_that_of_the_sampler() {
        assertThat(inGeneral(Language.EN).sampling().topK()).isEqualTo(64);
        assertThat(inGeneral(Language.EN).sampling().topP()).isEqualTo(0.9);
    }

    @Test
    void a_model_is_told_the_same_in_both_languages() {
        assertThat(inGeneral(Language.EN).system())
                .isEqualTo("You are Helios, an assistant. Answer briefly and in the language of the question.");
        assertThat(inGeneral(Language.ES).system())
                .isEqualTo("Eres Helios, un asistente. Responde con brevedad y en el idioma de la pregunta.");
    }
}
