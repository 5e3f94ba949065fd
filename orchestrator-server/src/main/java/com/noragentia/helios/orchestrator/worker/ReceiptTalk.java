/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import org.jspecify.annotations.Nullable;

/**
 * Hands a worker its receipts, a batch at a time, and hears what it signs. A worker that never says which checkpoint it knows is left alone;
 * one that does not sign hears no more in this session. Thread-safe.
 */
final class ReceiptTalk {

    private static final long NOT_SAID = -1;

    private final WorkerSocket socket;
    private final KnownDevice device;
    private final WorkerReceipts receipts;
    private final ProofChecks proofs;
    private long known = NOT_SAID;
    private @Nullable ReceiptBatch offered;

    ReceiptTalk(WorkerSocket socket, KnownDevice device, WorkerReceipts receipts, ProofChecks proofs) {
        this.socket = socket;
        this.device = device;
        this.receipts = receipts;
        this.proofs = proofs;
    }

    /** The worker keeps a checkpoint of this size: it is shown the newest, and that it goes on from there. */
    synchronized void begin(FromWorker.LogKnown said) throws Breach {
        if (known != NOT_SAID || said.size() < 0) {
            throw new Breach("the size of the known log is said once");
        }
        known = said.size();
        offer();
    }

    /** There is a new checkpoint. */
    synchronized void tend() {
        if (known != NOT_SAID && offered == null && receipts.isDue(device.id())) {
            offer();
        }
    }

    private void offer() {
        receipts.next(device.id(), known).ifPresent(batch -> {
            offered = batch;
            socket.send(new ToWorker.Receipts(batch));
        });
    }

    /** The worker found everything right. */
    synchronized void signed(FromWorker.ReceiptsSigned said) throws Breach {
        ReceiptBatch batch = offered;
        Checkpoint checkpoint = batch == null
                ? null
                : Checkpoint.of(batch.checkpoint()).orElseThrow(() -> new IllegalStateException("no checkpoint"));
        if (batch == null || checkpoint == null || checkpoint.size() != said.size()) {
            throw new Breach("no such receipts wait to be signed");
        }
        byte[] signed = Proofs.receipts(device.id(), checkpoint, batch.leaves());
        if (!proofs.holds(device.key(), signed, said.signature())) {
            throw new Breach("the signature under the receipts is wrong");
        }
        receipts.signed(device.id(), batch, said.signature());
        known = said.size();
        offered = null;
        tend();
    }
}
