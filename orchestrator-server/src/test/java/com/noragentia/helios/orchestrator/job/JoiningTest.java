/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private static final TaskOutput.Audio HELLO = said("talk.mp3", "Hello.");
    private static final TaskOutput.Audio AGAIN = said("talk-2.mp3", "Hello again.");

    @Test
    void recordings_stand_one_below_the_other() {
        assertThat(Joining.join(Expert.AUDIO, List.of(HELLO, AGAIN)))
                .isEqualTo(new TaskOutput.Audio(
                        "Hello.\nHello again.",
                        List.of(),
                        List.of(
                                HELLO.utterances().getFirst(),
                                AGAIN.utterances().getFirst())));
    }

    @Test
    void the_pieces_in_a_row_are_the_joined_text() {
        List<TaskOutput> parts = List.of(Pictures.output("1.png", "one"), Pictures.output("2.png", ""), HELLO);

        String pieces =
                Joining.piece(0, parts.get(0)) + Joining.piece(1, parts.get(1)) + Joining.piece(2, parts.get(2));

        assertThat(Joining.join(Expert.IMAGE, parts).text()).isEqualTo(pieces);
    }

    @Test
    void what_is_joined_names_every_language_and_each_broken_recording_and_is_a_demonstration_if_any_part_is() {
        TaskOutput spanish = heard("Hola.", new Spoken(List.of("es"), false));
        TaskOutput both = heard("Hello. Hola.", new Spoken(List.of("en", "es"), true, List.of("a.mp3")));
        TaskOutput rest = heard("Adios.", new Spoken(List.of("es"), true, List.of("a.mp3", "b.mp3")));

        assertThat(Joining.join(Expert.AUDIO, List.of(HELLO, spanish, both, rest)))
                .isInstanceOfSatisfying(
                        TaskOutput.Audio.class,
                        audio -> assertThat(audio.spoken())
                                .isEqualTo(new Spoken(List.of("es", "en"), true, List.of("a.mp3", "b.mp3"))));
    }

    private static TaskOutput heard(String text, Spoken spoken) {
        return new TaskOutput.Audio(text, List.of(), List.of(), spoken);
    }

    @Test
    void answers_are_not_joined() {
        assertThatIllegalArgumentException().isThrownBy(() -> Joining.join(Expert.DOCUMENT, List.of(HELLO)));
    }

    private static TaskOutput.Audio said(String file, String text) {
        return new TaskOutput.Audio(text, List.of(), List.of(new Utterance(file, 0, 900, text)));
    }
}
