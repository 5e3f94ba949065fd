/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.util.Optional;

/** Where the proofs come from that workers take home. Thread-safe. */
public interface WorkerReceipts {

    /** Whether a device has entries to sign for; cheap. */
    boolean isDue(String device);

    /**
     * The next batch for a device; without receipts where none is due. None where nothing can be proven.
     *
     * @param known size of the checkpoint that the device keeps, 0 for none
     */
    Optional<ReceiptBatch> next(String device, long known);

    /** Keeps the signature of a device under a batch, which has been checked. */
    void signed(String device, ReceiptBatch batch, String signature);
}
