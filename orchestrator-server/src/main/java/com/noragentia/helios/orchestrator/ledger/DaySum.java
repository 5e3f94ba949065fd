/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import org.jspecify.annotations.Nullable;

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
    record Key(long owner, long day, long device, EntryKind kind, String expert) {

        /** Written out, as every entry looks for two of them: what a record is given by itself costs several times as much. */
        @Override
        public int hashCode() {
            return Long.hashCode((owner * 31 + device) * 31 + day) * 31 + kind.hashCode() * 31 + expert.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && owner == key.owner
                    && device == key.device
                    && day == key.day
                    && kind == key.kind
                    && expert.equals(key.expert);
        }
    }

    DaySum plus(DaySum other) {
        return new DaySum(key, amount.plus(other.amount), burned.plus(other.burned), entries + other.entries);
    }

    /** For who looks for a mistake. */
    String text() {
        return "day " + key.day() + " " + key.kind() + " " + key.expert() + " " + amount + " (" + burned + ", "
                + entries + ")";
    }
}
