/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Credits;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept back for a job, and what is paid from it. */
class HoldTest {

    @AutoClose
    private LedgerTrial trial;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
    }

    @Test
    void a_hold_lessens_what_is_available_until_the_job_is_paid_or_released() {
        trial.run(tx -> {
            trial.ledger().hold(tx, "Ana", "t1", Outlay.of(Credits.of(200)));
            trial.ledger().hold(tx, "Ana", "t1", Outlay.of(Credits.of(999)));
        });
        assertThat(trial.balance("Ana").available()).isEqualTo(Credits.of(-200));

        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        assertThat(trial.balance("Ana").held()).isEqualTo(Credits.of(92));
        assertThat(trial.balance("Ana").available()).isEqualTo(Credits.of(-200));

        trial.run(tx -> trial.ledger().release(tx, "t1"));
        trial.run(tx -> trial.ledger().release(tx, "t1"));
        assertThat(trial.balance("Ana").available()).isEqualTo(Credits.of(-108));
    }

    @Test
    void a_job_that_costs_more_than_was_held_leaves_no_negative_hold() {
        trial.run(tx -> trial.ledger().hold(tx, "Ana", "t1", Outlay.of(Credits.of(10))));
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        assertThat(trial.balance("Ana").held()).isEqualTo(Credits.ZERO);
    }

    @Test
    void a_task_that_is_settled_again_cost_what_was_paid_whatever_is_left_of_the_hold() {
        trial.run(tx -> trial.ledger().hold(tx, "Ana", "job", Outlay.of(Credits.of(162))));
        Payment first = settle("t1", 100);
        assertThat(settle("t1", 100).cost()).as("while half as much is left").isEqualTo(first.cost());
        Payment last = settle("t2", 100);
        assertThat(first).isEqualTo(new Payment(Credits.of(108), Credits.of(100), true));
        assertThat(last.cost()).as("all that was left").isEqualTo(Credits.of(54));

        assertThat(settle("t1", 100)).isEqualTo(new Payment(first.cost(), first.earned(), false));
        assertThat(settle("t1", 30)).isEqualTo(new Payment(first.cost(), first.earned(), false));
        assertThat(settle("t2", 100)).isEqualTo(new Payment(last.cost(), last.earned(), false));
        assertThat(settle("t3", 100)).as("nothing is left").isEqualTo(Payment.NOTHING);
    }

    @Test
    void a_task_that_is_settled_again_after_one_of_the_two_has_gone_cost_what_was_paid() {
        Payment first = settle("t1", 100);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.gone.add("Ben");

        assertThat(settle("t1", 100)).isEqualTo(new Payment(first.cost(), first.earned(), false));
    }

    private Payment settle(String task, double work) {
        Settlement settlement =
                new Settlement(task, "job", "Ana", "ben", "Ben", Credits.of(work), Optional.empty(), LedgerTrial.FACTS);
        return trial.write(tx -> trial.ledger().settle(tx, settlement));
    }
}
