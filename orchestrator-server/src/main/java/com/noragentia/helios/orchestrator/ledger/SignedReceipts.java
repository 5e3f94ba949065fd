/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

/**
 * A batch that a device has signed.
 *
 * @param account the device's pseudonym
 * @param first index of the first entry of the batch
 * @param last index of the last one
 * @param size of the checkpoint it came with
 * @param signature over {@code Proofs.receipts}, base64url
 */
record SignedReceipts(String account, long first, long last, long size, String signature) {}
