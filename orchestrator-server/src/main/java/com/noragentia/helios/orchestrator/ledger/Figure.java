/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

/** What is kept beside the log, and follows from it. Amounts in credits, times in epoch milliseconds, days since 1970 (UTC). */
public enum Figure {
    /** Entries that the snapshot holds. */
    ENTRIES,
    BURN,
    TREASURY,
    MINT,
    /** The day of the three that follow. */
    DAY,
    MINTED,
    TRANSFERRED,
    TRANSFERRED_YESTERDAY,
    /** What a member owns. */
    OWNED,
    /** What a member ever contributed. */
    LIFETIME,
    /** Recent average, a day. */
    AVERAGE,
    AVERAGE_AT,
    /** Since when a part of a balance fades. */
    HOARD_SINCE,
    /** What is pending of a device, earned under which entries and when. */
    PENDING,
    /** When a device earned last. */
    ACTIVE_DAY,
    /** What was minted for a device on that day. */
    MINTED_FOR_DEVICE,
    /** Under which index entries of a device may mature. */
    CHECKED_BEFORE,
    /** That of the last check of a device. */
    CHECKED_SEAL,
    /** A day of a member's history. */
    HISTORY,
    /** Who stands behind an account. */
    NAME,
    /** The sum over all of these. */
    SEAL
}
