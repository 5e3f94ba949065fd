/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryMeasureTest {

    @Test
    void a_recording_earns_half_of_what_its_seconds_and_words_cost() {
        Measure heard = Metering.answered(
                        Expert.AUDIO,
                        Asked.of(new Measure(0, 0, 13, 0, 0)),
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
}
