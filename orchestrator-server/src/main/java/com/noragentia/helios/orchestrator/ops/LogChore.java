/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.LedgerLog;
import com.noragentia.helios.orchestrator.worker.WorkerWiring;
import java.time.Duration;

/** Signs a checkpoint of the ledger when one is due, and then hands out the receipts. */
record LogChore(LedgerLog log, WorkerWiring workers) implements Chore {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    @Override
    public void run() {
        if (log.tend()) {
            workers.tendReceipts();
        }
    }
}
