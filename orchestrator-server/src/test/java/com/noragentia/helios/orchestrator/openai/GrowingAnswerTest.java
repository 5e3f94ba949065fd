/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ProblemException;
import org.junit.jupiter.api.Test;

class GrowingAnswerTest {

    private final GrowingAnswer answer = new GrowingAnswer();

    @Test
    void pieces_are_sent_once_each() {
        assertThat(answer.add(0, "one ")).isEqualTo("one ");
        assertThat(answer.add(0, "one ")).isEmpty();
        assertThat(answer.add(1, "two")).isEqualTo("two");
        assertThat(answer.finish("one two")).isEmpty();
    }

    @Test
    void what_was_never_a_piece_is_sent_at_the_end() {
        answer.add(0, "one ");

        assertThat(answer.finish("one two")).isEqualTo("two");
    }

    @Test
    void an_answer_begun_anew_in_the_same_words_goes_on_where_its_reader_is() {
        answer.add(0, "one ");
        answer.add(1, "two ");
        answer.back(0);

        assertThat(answer.add(0, "one t")).isEmpty();
        assertThat(answer.add(1, "wo three")).isEqualTo("three");
        assertThat(answer.finish("one two three four")).isEqualTo(" four");
    }

    @Test
    void other_words_than_the_reader_has_are_never_sent() {
        answer.add(0, "one ");
        answer.add(1, "two ");
        answer.back(1);

        assertThatThrownBy(() -> answer.add(1, "zwei")).isInstanceOf(ProblemException.class);
    }

    @Test
    void an_end_in_other_words_is_no_end() {
        answer.add(0, "one ");

        assertThatThrownBy(() -> answer.finish("eins")).isInstanceOf(ProblemException.class);
    }
}
