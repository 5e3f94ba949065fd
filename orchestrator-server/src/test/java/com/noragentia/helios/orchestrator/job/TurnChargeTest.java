/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fairness and price go by the same measure, also where models are tiny. */
class TurnChargeTest {

    private static final String MODEL = "helios-retrieval-1";

    private final PriceTable prices = PriceTable.bundled().offering(List.of(), List.of(MODEL));
    private final Charges charges = new Charges(new TillInMemory(), () -> prices, Kinship.NONE, _ -> List.of(MODEL));

    @Test
    void ten_times_the_work_takes_nearly_ten_times_the_turn() {
        Credits usual = charges.turn(prices.job().credits());
        Credits tenTimes = charges.turn(prices.job().times(10));

        assertThat(tenTimes.toDouble() / usual.toDouble()).isBetween(9.5, 10.0);
    }

    @Test
    void handing_out_a_task_that_costs_nothing_is_charged_a_sixtieth_of_a_usual_question() {
        assertThat(charges.turn(Credits.ZERO)).isEqualTo(prices.job().times(1 / 60.0));
    }

    @Test
    void what_is_charged_at_first_is_by_the_price_of_a_usual_answer() {
        Credits expected = charges.expected(Expert.CHAT, Optional.empty(), Asked.of(new Measure(300, 0, 0, 0, 0)));

        assertThat(expected)
                .isEqualTo(prices.of(MODEL)
                        .of(new Measure(300, 256, 0, 0, 0))
                        .plus(prices.job().times(1 / 60.0)));
    }
}
