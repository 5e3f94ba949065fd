/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.job.LedgerTill;
import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.Payment;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTillTest {

    private static final LedgerEntry.Facts FACTS =
            new LedgerEntry.Facts("0".repeat(64), "chat", "model-1", 1, new Measure(300, 200, 0, 0, 0));

    private Store store;
    private PairWatch pairs;
    private WatchedTill till;

    @BeforeEach
    void open(@TempDir Path folder) {
        TestClock clock = new TestClock();
        AtomicInteger names = new AtomicInteger();
        store = SqliteStore.open(folder.resolve("helios.db"));
        pairs = new PairWatch(store, () -> JobEquivalent.REFERENCE, clock);
        Ledger ledger = new Ledger(
                LedgerRules.USUAL,
                (_, _) -> true,
                () -> Sha256.hex("name " + names.incrementAndGet()).substring(0, 32),
                OpenHolds.NONE,
                clock);
        till = new WatchedTill(new LedgerTill(ledger), pairs);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Payment settle(Optional<Credits> most) {
        Settlement settlement = new Settlement("t1", "t1", "ana", "tower", "ben", Credits.of(30), most, FACTS);
        return store.write(tx -> till.settle(tx, settlement));
    }

    private List<Long> counted(String column) {
        store.write(tx -> {
            pairs.flush(tx);
            return true;
        });
        return store.read(tx -> tx.statements().list("SELECT " + column + " FROM pair_day", row -> row.getLong(1)));
    }

    @Test
    void a_task_that_is_settled_again_is_one_answer_to_the_statistics() {
        for (int i = 0; i < 3; i++) {
            assertThat(settle(Optional.empty()).isFirst()).isEqualTo(i == 0);
        }

        assertThat(counted("tasks")).containsExactly(1L);
    }

    @Test
    void of_work_that_was_worth_more_than_was_held_the_statistics_count_what_was_earned() {
        Payment paid = settle(Optional.of(Credits.of(10.8)));

        assertThat(paid.earned()).isEqualTo(Credits.of(10));
        assertThat(counted("micros")).containsExactly(paid.earned().micros());
    }
}
