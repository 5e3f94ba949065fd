/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
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
    void a_recording_earns_half_of_what_its_seconds_and_words_cost() {
        Measure heard = Metering.answered(
                        Expert.AUDIO,
                        LedgerRewards.asked(new TaskInput.Audio(Language.EN, "", file(FileType.WAV, 12 * 32_000 + 44))),
                        new TaskOutput.Audio("Open the window. Read page 21.", List.of(), List.of()))
                .measure();
        PriceTable prices = PriceTable.bundled();

        assertThat(heard).isEqualTo(new Measure(0, 8, 13, 0, 0));
        for (String model : List.of("helios-listen-1", "whisper-base")) {
            assertThat(prices.canary(model, heard))
                    .isEqualTo(prices.of(model).of(heard).times(0.5));
            assertThat(prices.canary(model, heard)).isGreaterThan(Credits.ZERO);
        }
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
