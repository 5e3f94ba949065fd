/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

/** Why what the network says of its ledger is not believed. */
public enum Doubt {
    /** The checkpoint is not signed with the network's key. */
    UNSIGNED,
    /** The ledger is shorter than it was, as after a return to a backup: it may yet go on from what it was. */
    ROLLED_BACK,
    /** The ledger does not go on from what it was: somebody is shown another one. */
    FORKED,
    /** It cannot be told whether it goes on, as the proof begins elsewhere. */
    UNPROVEN,
    /** A receipt is not of an entry in the ledger. */
    NOT_IN_LEDGER,
    /** The receipts are not all of one device, or of an account under which this one never worked. */
    FOREIGN,
    /** What this computer signed itself does not fit. */
    NOT_OURS;

    /** Whether two ledgers are proven to exist: what both were signed with is worth keeping. */
    boolean isEvidence() {
        return this == FORKED;
    }
}
