/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingPartsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "75, 1", "112, 1", "113, 2", "600, 8", "601, 8", "1800, 15"})
    void a_recording_has_a_stretch_for_each_minute_and_a_quarter_as_far_as_a_job_has_parts(long seconds, int parts) {
        List<TaskInput.Audio> planned = inputs(1, seconds);

        assertThat(planned).hasSize(parts);
        if (parts == 1) {
            assertThat(planned.getFirst().share()).isNull();
        } else {
            assertThat(planned)
                    .extracting(TaskInput.Audio::share)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, parts)
                            .mapToObj(number -> new Share(number, parts))
                            .toList());
        }
        assertThat(planned)
                .allSatisfy(input ->
                        assertThat(input.part()).as("one file needs no heading").isNull());
    }

    @Test
    void several_recordings_are_parts_in_a_row_each_in_its_stretches() {
        List<TaskInput.Audio> planned = inputs(2, 120);

        assertThat(planned)
                .extracting(TaskInput.Audio::part)
                .containsExactly(
                        new TaskInput.Part(1, 4),
                        new TaskInput.Part(2, 4),
                        new TaskInput.Part(3, 4),
                        new TaskInput.Part(4, 4));
        assertThat(planned)
                .extracting(input -> Objects.requireNonNull(input.share()).number())
                .containsExactly(1, 2, 1, 2);
        assertThat(planned)
                .extracting(input -> input.attachments().getFirst().name())
                .containsExactly("0.mp3", "0.mp3", "1.mp3", "1.mp3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 76, 450, Counting.LONGEST_AUDIO_SECONDS})
    void no_job_has_too_many_parts(long seconds) {
        for (int files = 1; files <= Limit.ATTACHMENTS_PER_JOB.intValue(); files++) {
            assertThat(inputs(files, seconds)).hasSizeBetween(files, Limit.PARTS_PER_JOB.intValue());
        }
    }

    @Test
    void all_stretches_together_are_charged_what_the_recording_counts_but_for_begun_seconds() {
        List<TaskInput.Audio> planned = inputs(1, 601);

        long charged = planned.stream()
                .mapToLong(input -> RecordingParts.units(input, 601))
                .sum();

        assertThat(charged).isBetween(601L, 601L + planned.size());
        assertThat(RecordingParts.units(new TaskInput.Audio(Language.EN, "", List.of()), 601))
                .isEqualTo(601);
    }

    private static List<TaskInput.Audio> inputs(int files, long seconds) {
        List<Attachment> attachments = IntStream.range(0, files)
                .mapToObj(i -> new Attachment("0".repeat(64), i + ".mp3", FileType.MP3, 1))
                .toList();
        return RecordingParts.of(new TaskInput.Audio(Language.EN, "", attachments), file -> seconds).stream()
                .map(part -> (TaskInput.Audio) part.input())
                .toList();
    }
}
