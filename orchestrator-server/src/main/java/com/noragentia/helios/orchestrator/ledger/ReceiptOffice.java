/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.List;
import java.util.Optional;

/** Gives devices the proofs of what they earned, and keeps what they sign. Thread-safe. */
public final class ReceiptOffice {

    private final LedgerLog log;
    private final ReceiptDesk desk;

    ReceiptOffice(LedgerLog log, ReceiptDesk desk) {
        this.log = log;
        this.desk = desk;
    }

    /** Whether there is anything for a device to sign; cheap, and seldom wrong. */
    public boolean isDue(String device) {
        return desk.isDue(device);
    }

    /**
     * The next batch for a device; without receipts where none is due. None where the ledger was damaged: workers work on without.
     *
     * @param known size of the checkpoint that the device keeps, 0 for none; one that the ledger does not reach is left to the device to
     *     judge
     */
    public Optional<ReceiptBatch> next(String device, long known) {
        if (!log.canProve()) {
            return Optional.empty();
        }
        SignedCheckpoint checkpoint = log.checkpoint();
        long size = checkpoint.size();
        List<TreeHash> consistency =
                known > size ? List.of() : log.consistency(known, size).path();
        List<Receipt> receipts = desk.due(device, size, ReceiptBatch.MAX_RECEIPTS).stream()
                .map(body -> new Receipt(
                        body.text(), log.inclusion(body.index(), size).path()))
                .toList();
        return Optional.of(new ReceiptBatch(checkpoint.note(), known, consistency, receipts));
    }

    /** Keeps the signature of a device under a batch; the caller has checked it. */
    public void signed(String device, ReceiptBatch batch, String signature) {
        if (!batch.receipts().isEmpty()) {
            long first = index(batch.receipts().getFirst());
            long last = index(batch.receipts().getLast());
            long size = Checkpoint.of(batch.checkpoint()).orElseThrow().size();
            desk.account(device, first)
                    .ifPresent(account -> desk.signed(new SignedReceipts(account, first, last, size, signature)));
        }
    }

    private static long index(Receipt receipt) {
        try {
            return JsonCodec.decode(receipt.entry(), LedgerEntry.class, LedgerEntry.MAX_BYTES)
                    .index();
        } catch (WireException e) {
            throw new IllegalStateException("an entry of ours cannot be read", e);
        }
    }
}
