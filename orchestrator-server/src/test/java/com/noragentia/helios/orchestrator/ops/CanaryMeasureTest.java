/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryMeasureTest {

    private static List<Attachment> file(FileType type, long bytes) {
        return List.of(new Attachment("0".repeat(64), "notice", type, bytes));
    }

    @Test
    void a_recording_counts_by_its_seconds() {
        assertThat(LedgerRewards.asked(new TaskInput.Audio(Language.EN, "", file(FileType.WAV, 7 * 32_000)))
                        .measure())
                .isEqualTo(new Measure(0, 0, 7, 0, 0));
    }

    @Test
    void a_picture_and_a_notice_count_as_one() {
        assertThat(LedgerRewards.asked(new TaskInput.Image(Language.EN, "", file(FileType.PNG, 900_000)))
                        .measure())
                .isEqualTo(new Measure(0, 0, 0, 0, 1));
        assertThat(LedgerRewards.asked(new TaskInput.Document(
                                Language.EN, "When?", DocumentGoal.ANSWER, file(FileType.PDF, 3_000)))
                        .measure())
                .isEqualTo(new Measure(2, 0, 0, 1, 0));
    }
}
