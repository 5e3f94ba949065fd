/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import org.junit.jupiter.api.Test;

final class SentenceSplitterTest {

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
}
