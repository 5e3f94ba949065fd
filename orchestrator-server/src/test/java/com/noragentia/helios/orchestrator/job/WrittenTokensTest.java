/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.WrittenAnswer;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTokensTest {

    private final WrittenTokens written = new WrittenTokens();

    private void started(String model) {
        written.add(new JobEvent.Started("pc", model, 1), null);
    }

    private void piece(int index, String text, Integer... tokens) {
        written.add(new JobEvent.Token(index, text), WrittenTokens.join(List.of(tokens)));
    }

    @Test
    void what_one_model_wrote_is_all_there() {
        started("m");
        piece(0, "twelve", 7, 19);
        piece(1, ".", 2);
        started("other"); // the lease that is about to be given

        assertThat(written.answer())
                .contains(new WrittenAnswer(
                        "m",
                        List.of(
                                new WrittenAnswer.Piece("twelve", List.of(7, 19)),
                                new WrittenAnswer.Piece(".", List.of(2)))));
    }

    @Test
    void what_two_models_wrote_nobody_goes_on_with() {
        started("m");
        piece(0, "a", 1);
        started("other");
        piece(1, "b", 1);

        assertThat(written.answer()).isEmpty();
    }

    @Test
    void what_came_before_the_answer_was_begun_anew_is_void() {
        started("m");
        piece(0, "a", 1);
        started("other");
        written.add(JobEvent.Requeued.ANEW, null);
        started("other");
        piece(0, "b", 2);

        assertThat(written.answer())
                .contains(new WrittenAnswer("other", List.of(new WrittenAnswer.Piece("b", List.of(2)))));
    }

    @Test
    void only_what_one_model_gave_without_tokens_does_it_repeat() {
        assertThat(written.isRepeatedBy("m")).as("nothing").isTrue();
        started("m");
        written.add(new JobEvent.Token(0, "a"), null);
        started("other");
        assertThat(written.isRepeatedBy("m")).isTrue();
        assertThat(written.isRepeatedBy("other")).isFalse();
        started("m");
        piece(1, "b", 1);
        assertThat(written.isRepeatedBy("m")).as("drawn").isFalse();
    }

    @Test
    void a_piece_without_tokens_ends_it() {
        started("m");
        piece(0, "a", 1);
        written.add(new JobEvent.Token(1, "b"), null);

        assertThat(written.answer()).isEmpty();
    }

    @Test
    void more_words_than_fit_a_message_are_written_anew() {
        started("m");
        piece(0, "a".repeat(60_000), 1);
        assertThat(written.answer()).isPresent();
        piece(1, "a".repeat(60_000), 1);

        assertThat(written.answer()).isEmpty();
    }

    @Test
    void more_tokens_than_may_travel_are_written_anew() {
        started("m");
        for (int i = 0; i <= Limit.CONTINUED_TOKENS.intValue() / 256; i++) {
            piece(i, "a", Collections.nCopies(256, 1).toArray(Integer[]::new));
        }

        assertThat(written.answer()).isEmpty();
    }
}
