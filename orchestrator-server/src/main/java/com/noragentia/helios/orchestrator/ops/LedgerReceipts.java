/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.ReceiptOffice;
import com.noragentia.helios.orchestrator.worker.WorkerReceipts;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.util.Optional;

/** Gives the workers' sessions what the ledger's office has for them. */
record LedgerReceipts(ReceiptOffice office) implements WorkerReceipts {

    @Override
    public boolean isDue(String device) {
        return office.isDue(device);
    }

    @Override
    public Optional<ReceiptBatch> next(String device, long known) {
        return office.next(device, known);
    }

    @Override
    public void signed(String device, ReceiptBatch batch, String signature) {
        office.signed(device, batch, signature);
    }
}
