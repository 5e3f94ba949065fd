/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

/** What an entry of the ledger records. Each kind moves credits one way only. */
public enum EntryKind {
    /** A task was answered: requester to the device's pending and to burn. */
    TASK,
    /** A canary was passed: mint to the device's pending. */
    CANARY,
    /** A newcomer's allowance: treasury to the member. */
    ALLOWANCE,
    /** Pending credits of a device become its owner's. */
    MATURED,
    /** A check failed: pending credits of a device are burned. */
    BURNED,
    /** And its owner pays besides: member to burn. */
    FINE,
    /** Part of a hoard fades: member to treasury. */
    DECAY,
    /** A mistake is put right: the postings of an earlier entry, reversed. */
    COMPENSATION,
    /** An account is closed: what is left goes to burn. */
    CLOSED
}
