/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it is kept.
 *
 * @param signature of this device under it, base64url
 * @param at when it came, epoch milliseconds
 * @param device public key that it was signed with, as a computer that leaves a network and joins it again has another; null in books of
 *     earlier versions
 */
record KeptBatch(
        ReceiptBatch batch,
        String signature,
        long at,
        @Nullable String device) {

    /** Whether it was this device that signed it, as far as is known. */
    boolean isOf(VerifyingKey key) {
        return device == null || device.equals(key.encoded());
    }
}
