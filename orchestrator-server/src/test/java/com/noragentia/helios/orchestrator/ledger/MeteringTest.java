/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeteringTest {

    @Test
    void a_conversation_is_paid_for_whole_and_so_are_its_files() {
        TaskInput chat = new TaskInput.Chat(
                Language.EN,
                "q".repeat(40),
                List.of(new ChatTurn(ChatTurn.Role.MEMBER, "h".repeat(401))),
                List.of(file(FileType.PDF), file(FileType.TEXT)));

        assertThat(Metering.asked(chat, file -> file.type() == FileType.PDF ? 7 : 2))
                .isEqualTo(new Measure(10 + 101, 0, 0, 9, 0));
    }

    @Test
    void each_kind_of_file_counts_in_its_own_unit() {
        assertThat(asked(new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(file(FileType.DOCX)))))
                .isEqualTo(new Measure(0, 0, 0, 3, 0));
        assertThat(asked(new TaskInput.Audio(Language.EN, "", List.of(file(FileType.WAV), file(FileType.MP3)))))
                .isEqualTo(new Measure(0, 0, 6, 0, 0));
        assertThat(asked(new TaskInput.Image(Language.EN, "what?", List.of(file(FileType.PNG)))))
                .isEqualTo(new Measure(2, 0, 0, 0, 3));
        assertThat(asked(new TaskInput.Embedding(Language.EN, List.of("four", "eight888"))))
                .isEqualTo(new Measure(3, 0, 0, 0, 0));
    }

    @Test
    void a_file_of_unknown_size_counts_as_one() {
        TaskInput input = new TaskInput.Image(Language.EN, "", List.of(file(FileType.PNG)));

        assertThat(Metering.asked(input, _ -> Long.MIN_VALUE)).isEqualTo(new Measure(0, 0, 0, 0, 1));
    }

    @Test
    void an_answer_counts_what_came_up_to_the_cap() {
        Measure asked = new Measure(10, 0, 0, 0, 0);

        assertThat(Metering.answered(Expert.CHAT, asked, said("a".repeat(400)))).isEqualTo(asked.withOutputTokens(100));
        assertThat(Metering.answered(Expert.CHAT, asked, said("a".repeat(1_000_000))))
                .isEqualTo(Metering.most(Expert.CHAT, asked))
                .isEqualTo(asked.withOutputTokens(Metering.ANSWER_TOKENS));
        assertThat(Metering.answered(Expert.EMBEDDING, asked, new TaskOutput.Embedding(List.of())))
                .isEqualTo(asked);
    }

    @Test
    void an_endless_part_costs_who_asked_no_more_than_a_long_one() {
        TaskInput.Combine bare = new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "which?", List.of());
        List<TaskInput.Combined> parts = Stream.of(1_000_000, 1_000_000, 40)
                .map(length -> new TaskInput.Combined("f", said("a".repeat(length))))
                .toList();
        TaskInput.Combine input = new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "which?", parts);

        assertThat(asked(input).promptTokens()).isEqualTo(2 + 2 * Metering.ANSWER_TOKENS + 10);
        assertThat(Metering.mostToCombine(bare, 3).promptTokens())
                .isGreaterThanOrEqualTo(asked(input).promptTokens());
    }

    @ParameterizedTest
    @EnumSource(Expert.class)
    void a_usual_answer_is_never_longer_than_the_longest(Expert expert) {
        Measure asked = new Measure(1, 0, 7, 2, 3);

        assertThat(Metering.typical(expert, asked).outputTokens())
                .isLessThanOrEqualTo(Metering.most(expert, asked).outputTokens());
        assertThat(Metering.most(expert, asked).promptTokens()).isEqualTo(1);
    }

    private static Measure asked(TaskInput input) {
        return Metering.asked(input, _ -> 3);
    }

    private static TaskOutput said(String text) {
        return new TaskOutput.Chat(text, List.of(), AnswerOrigin.GENERATED);
    }

    private static Attachment file(FileType type) {
        return new Attachment("0".repeat(64), "file", type, 1);
    }
}
