/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final ChatTurn.Role MEMBER = ChatTurn.Role.MEMBER;
    private static final ChatTurn.Role ASSISTANT = ChatTurn.Role.ASSISTANT;

    private static Exchange.Talk talk(String question, ChatTurn... history) {
        return Exchange.in(new TaskInput.Chat(Language.EN, question, List.of(history), List.of()));
    }

    @Test
    void question_and_answer_take_turns() {
        assertThat(talk("c", new ChatTurn(MEMBER, "a"), new ChatTurn(ASSISTANT, "b")))
                .isEqualTo(new Exchange.Talk(List.of(new Exchange("a", "b")), "c"));
    }

    @Test
    void questions_without_an_answer_belong_to_the_next() {
        assertThat(talk("c", new ChatTurn(MEMBER, "a"), new ChatTurn(MEMBER, "b")))
                .isEqualTo(new Exchange.Talk(List.of(), "a\n\nb\n\nc"));
    }

    @Test
    void an_answer_before_any_question_is_passed_over_and_one_in_two_messages_is_one() {
        assertThat(talk(
                        "c",
                        new ChatTurn(ASSISTANT, "Welcome"),
                        new ChatTurn(MEMBER, "a"),
                        new ChatTurn(ASSISTANT, "b"),
                        new ChatTurn(ASSISTANT, "b2")))
                .isEqualTo(new Exchange.Talk(List.of(new Exchange("a", "b\n\nb2")), "c"));
    }
}
