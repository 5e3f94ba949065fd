/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.text.ChatTemplate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A model is not broken because its template refuses a conversation. */
class RefusedConversationTest {

    private static final Exchange.Talk TALK = new Exchange.Talk(List.of(new Exchange("Hi", "Hello")), "And now?");

    private final ByteTokens bytes = new ByteTokens();

    @Test
    void a_template_without_a_system_role_reads_its_text_before_the_first_question() throws ModelFailure {
        PromptRoom room = new PromptRoom(refusing(message -> message.role() == ChatTemplate.Role.SYSTEM), bytes);

        int[] told = bytes.tokens(List.of(
                new ChatTemplate.Message(ChatTemplate.Role.USER, "Be brief.\n\nHi"),
                new ChatTemplate.Message(ChatTemplate.Role.ASSISTANT, "Hello"),
                new ChatTemplate.Message(ChatTemplate.Role.USER, "And now?")));
        assertThat(room.fit("Be brief.", TALK, 1_000).start().promptLength()).isEqualTo(told.length);
    }

    @Test
    void a_conversation_that_is_refused_even_so_is_the_members_problem() {
        PromptRoom room = new PromptRoom(refusing(message -> message.text().contains("now")), bytes);

        assertThatThrownBy(() -> room.fit("Be brief.", TALK, 1_000)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_template_that_writes_nothing_at_all_is_the_models_failure() {
        PromptRoom room = new PromptRoom(refusing(message -> true), bytes);

        assertThatThrownBy(() -> room.fit("Be brief.", TALK, 1_000)).isInstanceOf(ModelFailure.class);
    }

    private ChatTemplate refusing(Predicate<ChatTemplate.Message> refused) {
        return conversation -> {
            if (conversation.stream().anyMatch(refused)) {
                throw new ModelFailure("the chat template does not write this conversation");
            }
            return bytes.tokens(conversation);
        };
    }
}
