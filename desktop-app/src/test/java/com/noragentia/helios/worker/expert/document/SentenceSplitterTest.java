/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.noragentia.helios.protocol.task.Language;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentenceSplitterTest {

    @ParameterizedTest
    @ValueSource(strings = {"A. ", "Dr. ", "a. ", "A.", "Mr.   \n", "word ", "x", "1.1", "¿a? "})
    void a_hostile_paragraph_is_cut_at_once_and_nothing_of_it_is_lost(String piece) {
        String paragraph = piece.repeat(400_000 / piece.length());

        List<String> sentences =
                assertTimeoutPreemptively(Duration.ofSeconds(2), () -> SentenceSplitter.split(paragraph, Language.ES));

        assertThat(sentences).allMatch(sentence -> sentence.length() <= SentenceSplitter.SENTENCE_CHARACTERS);
        assertThat(String.join("", sentences).replaceAll("\\s", "")).isEqualTo(paragraph.replaceAll("\\s", ""));
    }

    @Test
    void abbreviations_do_not_end_a_sentence() {
        assertThat(SentenceSplitter.split(
                        "Dr. Helen Marsh met J. Smith at 9 a.m. on Monday. See p. 4, Fig. 2. It costs 3.50 euros.",
                        Language.EN))
                .containsExactly(
                        "Dr. Helen Marsh met J. Smith at 9 a.m. on Monday.",
                        "See p. 4, Fig. 2.",
                        "It costs 3.50 euros.");
        assertThat(SentenceSplitter.split(
                        "La Sra. Gil vive en la Avda. Sur, n.º 3. ¿Quién llama? ¡Nadie!", Language.ES))
                .containsExactly("La Sra. Gil vive en la Avda. Sur, n.º 3.", "¿Quién llama?", "¡Nadie!");
    }

    @Test
    void the_number_of_a_list_is_no_sentence() {
        for (String mark :
                List.of("4.", "4.2", "4.2.", "(b)", "iv.", "c)", "•", "Clause 4.", "CLÁUSULA 4.-", "Artículo IV.")) {
            assertThat(SentenceSplitter.split(mark + " El inquilino paga. El dueño cobra.", Language.ES))
                    .containsExactly(mark + " El inquilino paga.", "El dueño cobra.");
        }
    }
}
