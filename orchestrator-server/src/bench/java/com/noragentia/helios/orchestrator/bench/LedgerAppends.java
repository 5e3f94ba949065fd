/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Tasks settled in the product's ledger and store: 1,000 requesters, 200 devices. */
final class LedgerAppends implements AutoCloseable {

    static final LedgerEntry.Facts FACTS =
            new LedgerEntry.Facts("0".repeat(64), "chat", "helios-retrieval-1", 1, new Measure(300, 200, 0, 0, 0));

    private static final int TASKS_PER_UNIT = 500;
    private static final int REQUESTERS = 1_000;
    private static final int DEVICES = 200;

    private final Clock clock = Clock.systemUTC();
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final Store store;
    private final Ledger ledger;
    private int next;

    LedgerAppends(Path file) {
        this.store = SqliteStore.open(file);
        this.ledger = new Ledger(LedgerRules.USUAL, (_, _) -> true, secrets::id, OpenHolds.NONE, clock);
    }

    /** Tasks a second, each in a unit of work of its own, as when workers report. */
    double oneAUnit(int tasks) {
        Settlement[] settlements = settlements(tasks);
        long start = System.nanoTime();
        CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);
        for (Settlement settlement : settlements) {
            last = store.submit(tx -> settle(tx, settlement));
        }
        last.join();
        return tasks / ((System.nanoTime() - start) / 1e9);
    }

    /** Tasks a second, many in a unit of work, each of which is a commit. */
    double manyAUnit(int tasks) {
        Settlement[] settlements = settlements(tasks);
        long start = System.nanoTime();
        for (int from = 0; from < tasks; from += TASKS_PER_UNIT) {
            int first = from;
            store.write(tx -> {
                for (int i = first; i < Math.min(tasks, first + TASKS_PER_UNIT); i++) {
                    settle(tx, settlements[i]);
                }
                return true;
            });
        }
        return tasks / ((System.nanoTime() - start) / 1e9);
    }

    private boolean settle(Transaction tx, Settlement settlement) {
        ledger.settle(tx, settlement);
        return true;
    }

    private Settlement[] settlements(int count) {
        Settlement[] settlements = new Settlement[count];
        for (int i = 0; i < count; i++, next++) {
            String task = secrets.id(clock.instant());
            String device = "device" + next % DEVICES;
            settlements[i] = new Settlement(
                    task,
                    task,
                    "member" + next % REQUESTERS,
                    device,
                    "owner of " + device,
                    Credits.of(10 + next % 50),
                    FACTS);
        }
        return settlements;
    }

    @Override
    public void close() {
        store.close();
    }
}
