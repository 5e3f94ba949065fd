/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.job.LedgerTill;
import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trust.PairWatch;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTillTest {

    @Test
    void a_task_that_is_settled_again_is_one_answer_to_the_statistics(@TempDir Path folder) {
        TestClock clock = new TestClock();
        AtomicInteger names = new AtomicInteger();
        try (Store store = SqliteStore.open(folder.resolve("helios.db"))) {
            PairWatch pairs = new PairWatch(store, () -> JobEquivalent.REFERENCE, clock);
            Ledger ledger = new Ledger(
                    LedgerRules.USUAL,
                    (_, _) -> true,
                    () -> Sha256.hex("name " + names.incrementAndGet()).substring(0, 32),
                    OpenHolds.NONE,
                    clock);
            WatchedTill till = new WatchedTill(new LedgerTill(ledger), pairs);
            LedgerEntry.Facts facts =
                    new LedgerEntry.Facts("0".repeat(64), "chat", "model-1", 1, new Measure(300, 200, 0, 0, 0));
            Settlement settlement = new Settlement("t1", "t1", "ana", "tower", "ben", Credits.of(30), facts);

            for (int i = 0; i < 3; i++) {
                assertThat(store.write(tx -> till.settle(tx, settlement)).isFirst())
                        .isEqualTo(i == 0);
            }
            store.write(tx -> {
                pairs.flush(tx);
                return true;
            });

            assertThat(store.<List<Long>>read(
                            tx -> tx.statements().list("SELECT tasks FROM pair_day", row -> row.getLong(1))))
                    .containsExactly(1L);
        }
    }
}
