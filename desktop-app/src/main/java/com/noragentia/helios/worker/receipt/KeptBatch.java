/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.ledger.ReceiptBatch;

/**
 * A batch as it is kept.
 *
 * @param signature of this device under it, base64url
 * @param at when it came, epoch milliseconds
 */
record KeptBatch(ReceiptBatch batch, String signature, long at) {}
