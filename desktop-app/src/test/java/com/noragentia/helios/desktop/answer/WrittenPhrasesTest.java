/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenPhrasesTest {

    private final WrittenPhrases english = new WrittenPhrases(Language.EN);

    @Test
    void the_speed_is_told_where_enough_was_written_for_long_enough() {
        assertThat(english.of(result(101, 1_000, 3_000))).containsExactly("101 tokens, 50.0 per second");
        assertThat(new WrittenPhrases(Language.ES).of(result(101, 1_000, 3_000)))
                .containsExactly("101 tokens, 50,0 por segundo");
    }

    @Test
    void a_speed_that_cannot_be_known_is_left_out() {
        assertThat(english.of(result(33, 1_000, 1_001))).as("in a moment").containsExactly("33 tokens");
        assertThat(english.of(result(16, 1_000, 9_000))).as("too few").containsExactly("16 tokens");
        assertThat(english.of(result(33, 1_000, 1_000))).containsExactly("33 tokens");
        assertThat(english.of(result(33, 2_000, 1_000))).as("a clock put back").containsExactly("33 tokens");
        assertThat(english.of(result(1, 0, 1_000))).isEmpty();
    }

    private static JobResult result(int tokens, long first, long total) {
        Written written = new Written(StopReason.STOP, 0, false);
        return new JobResult(
                new TaskOutput.Chat("words", List.of(), AnswerOrigin.COMPUTED, written),
                "device",
                "model",
                new Usage(3, tokens, 0, 0, 0),
                new JobResult.Timings(0, first, total),
                null);
    }
}
