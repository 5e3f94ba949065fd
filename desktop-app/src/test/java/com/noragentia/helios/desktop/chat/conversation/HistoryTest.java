/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.chat.Replies;
import com.noragentia.helios.desktop.chat.markdown.BlockStream;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void only_the_newest_turns_that_fit_are_kept_oldest_first() {
        List<Exchange> exchanges = IntStream.range(0, 100)
                .mapToObj(index -> answered("q" + index, "a"))
                .toList();

        List<ChatTurn> turns = History.of(exchanges);

        assertThat(turns).hasSize(Limit.HISTORY_TURNS.intValue());
        assertThat(turns.getFirst()).isEqualTo(new ChatTurn(ChatTurn.Role.MEMBER, "q68"));
        assertThat(turns.getLast()).isEqualTo(new ChatTurn(ChatTurn.Role.ASSISTANT, "a"));
    }

    @Test
    void long_answers_leave_room_for_the_question() {
        List<Exchange> exchanges = List.of(answered("old", "x".repeat(200_000)), answered("new", "y"));

        assertThat(History.of(exchanges)).extracting(ChatTurn::text).containsExactly("new", "y");
    }

    @Test
    void what_was_not_answered_is_no_history() {
        Exchange asked = new Exchange(new Question("q", List.of(), Language.EN), Optional.empty());

        assertThat(History.of(List.of(asked))).isEmpty();
    }

    private static Exchange answered(String question, String answer) {
        Exchange exchange = new Exchange(new Question(question, List.of(), Language.EN), Optional.empty());
        exchange.grow(answer, new BlockStream.Step(List.of(), List.of()));
        exchange.show(new AnswerState.Answered(((JobEvent.Done) Replies.chatDone(answer)).result()));
        return exchange;
    }
}
