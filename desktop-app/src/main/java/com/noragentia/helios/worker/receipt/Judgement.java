/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

/** What came of looking at a batch of receipts. */
public sealed interface Judgement {

    /**
     * Everything is right, and kept.
     *
     * @param size of the checkpoint
     * @param signature of this device under the batch, base64url
     */
    record Kept(long size, String signature) implements Judgement {}

    /** It is not right, and nothing is signed. */
    record Refused(Doubt doubt) implements Judgement {}
}
