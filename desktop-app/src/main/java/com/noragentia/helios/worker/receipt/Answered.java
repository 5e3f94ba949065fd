/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * A task that this computer answered.
 *
 * @param commitment by which the ledger names it
 * @param at epoch milliseconds
 * @param device id of the device that answered, to which alone the receipt comes; null in books of earlier versions
 */
record Answered(String commitment, long at, @Nullable String device) {

    /** Whether it was this device that answered, as far as is known. */
    boolean isOf(VerifyingKey key) {
        return device == null || device.equals(key.fingerprint());
    }
}
