/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

/** What a ledger that was found right keeps beside its entries and could not be checked. */
public enum Unchecked {
    /** Balances and history: the database is that of an older orchestrator. */
    BALANCES,
    /** Rows without a seal: an older orchestrator has written them, and the next start seals them. */
    ROWS
}
