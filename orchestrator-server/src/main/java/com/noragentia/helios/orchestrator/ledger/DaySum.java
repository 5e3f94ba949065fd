/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;

/**
 * What the entries of a day came to for one account.
 *
 * @param amount gained, or lost where negative
 * @param burned of what was lost
 */
record DaySum(Key key, Credits amount, Credits burned, long entries) {

    /**
     * Which account, day and kind of work.
     *
     * @param owner number of the member's account
     * @param day since 1970, in UTC
     * @param device number of the device's account; 0 for the member's own
     * @param expert as on the wire; empty where there is none
     */
    record Key(long owner, long day, long device, EntryKind kind, String expert) {}

    DaySum plus(DaySum other) {
        return new DaySum(key, amount.plus(other.amount), burned.plus(other.burned), entries + other.entries);
    }
}
