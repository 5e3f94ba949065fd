/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskEstimateTest {

    @Test
    void a_conversation_is_read_whole() {
        TaskInput chat = new TaskInput.Chat(
                Language.EN, "q".repeat(40), List.of(new ChatTurn(ChatTurn.Role.MEMBER, "h".repeat(401))), List.of());

        assertThat(TaskEstimate.of(chat)).isEqualTo(new Work(10 + 101, 256));
    }

    @Test
    void a_summary_is_longer_than_an_answer() {
        Attachment file = file(FileType.PDF, 400_000);

        assertThat(TaskEstimate.of(document(DocumentGoal.SUMMARY, file)).outputTokens())
                .isGreaterThan(
                        TaskEstimate.of(document(DocumentGoal.ANSWER, file)).outputTokens());
        assertThat(TaskEstimate.of(document(DocumentGoal.ANSWER, file)).promptTokens())
                .isEqualTo(10_000);
    }

    @Test
    void a_minute_of_sound_is_a_minute_in_both_formats() {
        assertThat(TaskEstimate.of(audio(file(FileType.WAV, 60 * 32_000))))
                .isEqualTo(TaskEstimate.of(audio(file(FileType.MP3, 60 * 8_000))))
                .isEqualTo(new Work(3_000, 210));
    }

    @Test
    void vectors_are_not_written() {
        TaskInput input = new TaskInput.Embedding(Language.EN, List.of("four", "eight888"));

        assertThat(TaskEstimate.of(input)).isEqualTo(new Work(3, 0));
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void a_larger_file_never_costs_less(FileType type) {
        double small = TaskEstimate.credits(TaskEstimate.of(document(DocumentGoal.ANSWER, file(type, 10_000))));
        double large = TaskEstimate.credits(TaskEstimate.of(document(DocumentGoal.ANSWER, file(type, 10_000_000))));

        assertThat(large).isGreaterThan(small);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void a_lie_about_a_file_s_length_leaves_the_cost_in_range(long bytes) {
        for (FileType type : FileType.values()) {
            double credits = TaskEstimate.credits(TaskEstimate.of(audio(file(type, bytes), file(type, bytes))));

            assertThat(credits).isBetween(TaskEstimate.LEAST_CREDITS, 10_000.0);
        }
    }

    @Test
    void nothing_is_free() {
        assertThat(TaskEstimate.credits(TaskEstimate.of(new TaskInput.Embedding(Language.ES, List.of()))))
                .isPositive();
        assertThat(TaskEstimate.credits(new Work(-5, -5))).isPositive();
    }

    private static TaskInput document(DocumentGoal goal, Attachment file) {
        return new TaskInput.Document(Language.EN, "", goal, List.of(file));
    }

    private static TaskInput audio(Attachment... files) {
        return new TaskInput.Audio(Language.EN, "", List.of(files));
    }

    private static Attachment file(FileType type, long bytes) {
        return new Attachment("0".repeat(64), "file", type, bytes);
    }
}
