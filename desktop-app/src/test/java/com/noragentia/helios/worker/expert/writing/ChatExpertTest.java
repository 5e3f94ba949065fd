/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import static com.noragentia.helios.worker.expert.writing.WrittenAnswers.chat;
import static com.noragentia.helios.worker.expert.writing.WrittenAnswers.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.Written;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a chat expert does with a language model; the model here only rambles. */
class ChatExpertTest {

    private final Rambler rambler = new Rambler(400, 60);

    private static ChatTurn[] turns(int exchanges, int characters) {
        return IntStream.range(0, 2 * exchanges)
                .mapToObj(i -> new ChatTurn(
                        i % 2 == 0 ? ChatTurn.Role.MEMBER : ChatTurn.Role.ASSISTANT, "x".repeat(characters)))
                .toArray(ChatTurn[]::new);
    }

    @Test
    void an_answer_is_streamed_letter_by_letter_and_counted() throws ModelFailure, InterruptedException {
        WrittenAnswers heard = WrittenAnswers.of(rambler, chat("Hi", options(0, 100)));

        assertThat(heard.output().text()).isNotEmpty().doesNotContain("\uFFFD").isEqualTo(heard.streamed());
        assertThat(heard.output().origin()).isEqualTo(AnswerOrigin.GENERATED);
        assertThat(heard.output().written()).isEqualTo(new Written(StopReason.STOP, 0, false));
        int tokens =
                heard.pieces.stream().mapToInt(piece -> piece.tokens().size()).sum();
        assertThat(heard.answer().usage().outputTokens()).isEqualTo(tokens + 1); // and the one that ends it
        assertThat(heard.answer().usage().promptTokens()).isEqualTo(1 + "Ramble.".length() + 1 + "Hi".length());
        assertThat(heard.reports).isPositive();
    }

    @Test
    void an_answer_that_grows_too_long_breaks_off_and_says_so() throws ModelFailure, InterruptedException {
        WrittenAnswers heard = WrittenAnswers.of(rambler, chat("Hi", options(0, 10)));

        assertThat(heard.answer().usage().outputTokens()).isEqualTo(10);
        assertThat(heard.output().written()).isEqualTo(new Written(StopReason.LENGTH, 0, false));
        assertThat(heard.output().text()).isEqualTo(heard.streamed());
    }

    @Test
    void a_stop_text_ends_the_answer_before_it() throws ModelFailure, InterruptedException {
        String whole =
                WrittenAnswers.of(rambler, chat("Hi", options(0, 100))).output().text();
        String stop = whole.substring(10, 14);

        WrittenAnswers heard = WrittenAnswers.of(rambler, chat("Hi", options(0, 100, stop, "never there")));

        assertThat(heard.output().text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
        assertThat(heard.streamed()).isEqualTo(heard.output().text());
        assertThat(heard.output().written()).isEqualTo(new Written(StopReason.STOP_STRING, 0, false));
    }

    @Test
    void the_oldest_exchanges_go_first_where_not_all_fit() throws ModelFailure, InterruptedException {
        WrittenAnswers heard = WrittenAnswers.of(rambler, chat("Hi", options(0, 100), turns(5, 50)));

        // 400 of context, 100 kept for the answer, 11 for instructions and question, 102 for each exchange.
        assertThat(heard.output().written()).isEqualTo(new Written(StopReason.STOP, 6, false));
        assertThat(heard.answer().usage().promptTokens()).isEqualTo(11 + 2 * 102);
    }

    @Test
    void the_question_and_the_instructions_stay_when_nothing_else_does() throws ModelFailure, InterruptedException {
        WrittenAnswers heard = WrittenAnswers.of(rambler, chat("y".repeat(280), options(0, 100), turns(1, 50)));

        assertThat(heard.output().written()).extracting(Written::turnsLeftOut).isEqualTo(2);
        assertThat(heard.answer().usage().promptTokens()).isEqualTo(1 + "Ramble.".length() + 1 + 280);
    }

    @Test
    void a_question_that_does_not_fit_is_told_how_much_would() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> WrittenAnswers.of(rambler, chat("y".repeat(292), options(0, 100))))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.QUESTION_TOO_LONG);
                    assertThat(e.problem().values())
                            .containsEntry("limit", "291")
                            .containsEntry("reason", "for-model");
                });
        assertThat(rambler.asked).isZero();
    }

    @Test
    void instructions_that_leave_no_room_are_told_how_much_would() {
        Rambler small = new Rambler(8, 5);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> WrittenAnswers.of(small, chat("Hi", options(0, 4))))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.OPTION_OUT_OF_RANGE);
                    assertThat(e.problem().values()).containsEntry("option", "system");
                });
    }

    @Test
    void a_seed_decides_what_is_drawn() throws ModelFailure, InterruptedException {
        TaskInput.Chat drawn = chat("Hi", options(0.8, 100));

        String one = WrittenAnswers.of(rambler, drawn, 5, List.of()).output().text();
        String same = WrittenAnswers.of(rambler, drawn, 5, List.of()).output().text();
        String other = WrittenAnswers.of(rambler, drawn, 6, List.of()).output().text();

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void files_are_for_models_that_read_them() {
        TaskInput.Chat withFile = new TaskInput.Chat(
                Language.EN, "Hi", List.of(), List.of(new Attachment("0".repeat(64), "a.txt", FileType.TEXT, 1)));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> WrittenAnswers.of(rambler, withFile));
    }

    @Test
    void what_is_not_a_conversation_is_not_for_it() {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> WrittenAnswers.of(rambler, new TaskInput.Embedding(Language.EN, List.of("a"))))
                .matches(ModelFailure::isOfTask, "and no reason to unload it");
    }
}
