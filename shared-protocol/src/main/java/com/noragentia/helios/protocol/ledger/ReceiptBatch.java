/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.crypto.ConsistencyProof;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.util.List;

/**
 * What the orchestrator has to show a device after a checkpoint: that the ledger goes on from what the device knew, and the entries that
 * concern the device. The device checks all of it, keeps it, and signs it once.
 *
 * @param checkpoint signed note of the newest checkpoint
 * @param since size of the checkpoint that the device knew, 0 for none
 * @param consistency path of the {@link ConsistencyProof} from there
 * @param receipts in the order of the ledger, at most {@link #MAX_RECEIPTS}; none where there is only a new checkpoint to show
 */
public record ReceiptBatch(String checkpoint, long since, List<TreeHash> consistency, List<Receipt> receipts) {

    /** With its path a receipt takes up to 3 KB, so that a batch fits a message. */
    public static final int MAX_RECEIPTS = 256;

    public ReceiptBatch {
        consistency = List.copyOf(consistency);
        receipts = List.copyOf(receipts);
        if (receipts.size() > MAX_RECEIPTS) {
            throw new IllegalArgumentException("over " + MAX_RECEIPTS + " receipts");
        }
    }

    /** The hashes of the entries, in their order. */
    public List<TreeHash> leaves() {
        return receipts.stream().map(Receipt::leaf).toList();
    }
}
