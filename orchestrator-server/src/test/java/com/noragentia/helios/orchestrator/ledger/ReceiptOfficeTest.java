/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts of a device that moves between owners. */
class ReceiptOfficeTest {

    @Test
    void a_device_that_comes_back_to_an_earlier_owner_still_gets_its_receipts(@TempDir Path folder) {
        try (LedgerTrial trial = new LedgerTrial(folder, LedgerRules.USUAL)) {
            LogWiring wiring = new LogWiring(trial.store(), Network.newKey(), trial.clock);
            ReceiptOffice office = wiring.receipts();
            int task = 0;
            for (String owner : new String[] {"Ana", "Ben", "Ana"}) {
                trial.settle("t" + task++, "Zoe", "laptop", owner, 10);
                trial.settle("t" + task++, "Zoe", "laptop", owner, 10);
                trial.pass(Duration.ofMinutes(1));
                assertThat(wiring.log().tend()).isTrue();

                assertThat(office.isDue("laptop")).isTrue();
                ReceiptBatch batch = office.next("laptop", 0).orElseThrow();
                assertThat(batch.receipts()).hasSize(2);
                office.signed("laptop", batch, "a signature");
                assertThat(office.isDue("laptop")).isFalse();
                assertThat(office.next("laptop", 0).orElseThrow().receipts()).isEmpty();
            }
        }
    }

    @Test
    void what_was_earned_for_two_owners_comes_in_two_batches(@TempDir Path folder) {
        try (LedgerTrial trial = new LedgerTrial(folder, LedgerRules.USUAL)) {
            LogWiring wiring = new LogWiring(trial.store(), Network.newKey(), trial.clock);
            trial.settle("t1", "Zoe", "laptop", "Ana", 10);
            trial.settle("t2", "Zoe", "laptop", "Ben", 10);
            trial.settle("t3", "Zoe", "laptop", "Ana", 10);
            trial.pass(Duration.ofMinutes(1));
            wiring.log().tend();

            ReceiptBatch first = wiring.receipts().next("laptop", 0).orElseThrow();
            assertThat(first.receipts()).hasSize(2);
            wiring.receipts().signed("laptop", first, "a signature");
            ReceiptBatch second = wiring.receipts().next("laptop", 0).orElseThrow();
            assertThat(second.receipts()).hasSize(1);
            wiring.receipts().signed("laptop", second, "a signature");

            assertThat(wiring.receipts().isDue("laptop")).isFalse();
        }
    }
}
