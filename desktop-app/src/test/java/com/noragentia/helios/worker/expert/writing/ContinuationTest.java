/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import static com.noragentia.helios.worker.expert.writing.WrittenAnswers.chat;
import static com.noragentia.helios.worker.expert.writing.WrittenAnswers.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.Written;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.WrittenPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another worker takes an answer up, wherever the first one broke off. */
class ContinuationTest {

    private final Rambler rambler = new Rambler(400, 60);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9})
    void a_continued_answer_is_the_one_that_was_never_interrupted(double temperature)
            throws ModelFailure, InterruptedException {
        TaskInput.Chat asked = chat("Hi", options(temperature, 100));
        WrittenAnswers whole = WrittenAnswers.of(rambler, asked, 7, List.of());

        for (int pieces = 0; pieces <= whole.pieces.size(); pieces++) {
            WrittenAnswers continued = WrittenAnswers.of(rambler, asked, 7, whole.pieces.subList(0, pieces));
            assertThat(continued.pieces).as("after %d pieces", pieces).isEqualTo(whole.pieces);
            assertThat(continued.answer()).isEqualTo(whole.answer());
        }
    }

    /** A fast worker sends several pieces in one message; then those are the pieces that count. */
    @Test
    void pieces_that_were_joined_on_their_way_are_gone_on_with() throws ModelFailure, InterruptedException {
        TaskInput.Chat asked = chat("Hi", options(0.9, 100));
        WrittenAnswers whole = WrittenAnswers.of(rambler, asked, 7, List.of());
        List<WrittenPiece> joined = List.of(joined(whole.pieces.subList(0, 4)), joined(whole.pieces.subList(4, 9)));

        WrittenAnswers continued = WrittenAnswers.of(rambler, asked, 7, joined);

        assertThat(continued.pieces.subList(0, 2)).isEqualTo(joined);
        assertThat(continued.pieces.subList(2, continued.pieces.size()))
                .isEqualTo(whole.pieces.subList(9, whole.pieces.size()));
        assertThat(continued.answer()).isEqualTo(whole.answer());
    }

    private static WrittenPiece joined(List<WrittenPiece> pieces) {
        return new WrittenPiece(
                pieces.stream().map(WrittenPiece::text).collect(Collectors.joining()),
                pieces.stream().flatMap(piece -> piece.tokens().stream()).toList());
    }

    @Test
    void an_answer_with_a_stop_text_goes_on_as_well() throws ModelFailure, InterruptedException {
        String text =
                WrittenAnswers.of(rambler, chat("Hi", options(0, 100))).output().text();
        TaskInput.Chat asked = chat("Hi", options(0, 100, text.substring(20, 23)));
        WrittenAnswers whole = WrittenAnswers.of(rambler, asked, 7, List.of());

        for (int pieces = 0; pieces <= whole.pieces.size(); pieces++) {
            WrittenAnswers continued = WrittenAnswers.of(rambler, asked, 7, whole.pieces.subList(0, pieces));
            assertThat(continued.pieces).as("after %d pieces", pieces).isEqualTo(whole.pieces);
            assertThat(continued.output()).isEqualTo(whole.output());
        }
    }

    @Test
    void an_answer_as_long_as_allowed_is_not_made_longer() throws ModelFailure, InterruptedException {
        TaskInput.Chat asked = chat("Hi", options(0, 30));
        WrittenAnswers whole = WrittenAnswers.of(rambler, asked, 7, List.of());

        WrittenAnswers continued = WrittenAnswers.of(rambler, asked, 7, whole.pieces);

        assertThat(continued.pieces).isEqualTo(whole.pieces);
        assertThat(continued.output().written()).extracting(Written::stop).isEqualTo(StopReason.LENGTH);
        assertThat(continued.answer()).isEqualTo(whole.answer());
    }

    @Test
    void what_no_such_model_would_have_written_so_is_written_anew() throws ModelFailure, InterruptedException {
        TaskInput.Chat asked = chat("Hi", options(0, 100));
        WrittenAnswers whole = WrittenAnswers.of(rambler, asked, 7, List.of());
        List<WrittenPiece> otherWords = new ArrayList<>(whole.pieces.subList(0, 5));
        otherWords.set(3, new WrittenPiece("lies", otherWords.get(3).tokens()));

        List<List<WrittenPiece>> nonsense = List.of(
                otherWords,
                List.of(new WrittenPiece("a", List.of(ByteTokens.VOCABULARY))),
                List.of(new WrittenPiece("a", List.of(-1))),
                List.of(new WrittenPiece("a", List.of())),
                List.of(new WrittenPiece("", List.of(0xC3))));

        for (List<WrittenPiece> written : nonsense) {
            WrittenAnswers anew = WrittenAnswers.of(rambler, asked, 7, written);
            assertThat(anew.pieces).isEqualTo(whole.pieces);
            assertThat(anew.repeated).as("told how much is gone on with").isEqualTo(written.equals(otherWords) ? 3 : 0);
        }
    }

    @Test
    void what_is_longer_than_the_answer_may_be_is_not_gone_on_with() throws ModelFailure, InterruptedException {
        WrittenAnswers whole = WrittenAnswers.of(rambler, chat("Hi", options(0, 30)), 7, List.of());

        WrittenAnswers shorter = WrittenAnswers.of(rambler, chat("Hi", options(0, 10)), 7, whole.pieces);

        assertThat(shorter.repeated).isZero();
    }
}
