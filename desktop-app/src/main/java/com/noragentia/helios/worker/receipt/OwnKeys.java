/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.util.List;

/**
 * The keys by which a computer knows its own signature.
 *
 * @param device the key it has now
 * @param former those it wrote down when it left a network
 */
public record OwnKeys(VerifyingKey device, List<VerifyingKey> former) {

    public OwnKeys {
        former = List.copyOf(former);
    }

    /** With which key a batch was signed. */
    enum Signer {
        THIS_DEVICE,
        FORMER_DEVICE,
        /** A key that only the line itself names, or that nothing names: this computer's of an earlier version, or anybody's. */
        UNKNOWN,
        /** Not even the key that the line names: it was changed. */
        NOBODY
    }

    Signer signer(KeptBatch kept, SignedCheckpoint checkpoint) {
        if (isSigned(kept, checkpoint, device)) {
            return Signer.THIS_DEVICE;
        }
        if (former.stream().anyMatch(key -> isSigned(kept, checkpoint, key))) {
            return Signer.FORMER_DEVICE;
        }
        String named = kept.device();
        if (named == null) {
            return Signer.UNKNOWN;
        }
        try {
            return isSigned(kept, checkpoint, VerifyingKey.decode(named)) ? Signer.UNKNOWN : Signer.NOBODY;
        } catch (IllegalArgumentException e) {
            return Signer.NOBODY;
        }
    }

    private static boolean isSigned(KeptBatch kept, SignedCheckpoint checkpoint, VerifyingKey key) {
        byte[] signed = Proofs.receipts(
                key.fingerprint(), checkpoint.checkpoint(), kept.batch().leaves());
        return key.verifies(signed, kept.signature());
    }
}
