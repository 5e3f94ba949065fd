/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.chat.conversation.AnswerState;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Language;
import org.junit.jupiter.api.Test;

final class StateWordsTest {

    @Test
    void of_a_scan_it_is_told_which_computer_reads_and_how_far_it_is() {
        assertThat(say(new AnswerState.Uploading("scan.pdf", 1, 2, true), Language.EN))
                .isEqualTo(
                        "Sending “scan.pdf” (file 1 of 2) as it is: its text cannot be taken out on this computer just now");
        assertThat(say(new AnswerState.Working("", Phase.RECOGNISING, 3, 12), Language.EN))
                .isEqualTo("This computer is recognising text: 3 of 12");
        assertThat(say(new AnswerState.Working("", Phase.RECOGNISING, 3, 12), Language.ES))
                .isEqualTo("Este ordenador está reconociendo el texto: 3 de 12");
        assertThat(say(new AnswerState.Working("mill", Phase.RECOGNISING, 3, 12), Language.EN))
                .isEqualTo("mill is recognising text: 3 of 12");
    }

    private static String say(AnswerState state, Language language) {
        return new StateWords(ProblemWords.DETAIL).say(state, Phrases.beside(ChatScene.class, "chat", language));
    }
}
