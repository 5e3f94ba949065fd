/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;

/**
 * What a task cost who asked for it, and what it gave who answered.
 *
 * @param cost with what is burned; nothing where nothing was recorded
 * @param earned by the device: the cost without what is burned
 * @param isFirst whether this call recorded it; false for a task that had been paid, and where nothing was recorded
 */
public record Payment(Credits cost, Credits earned, boolean isFirst) {

    public static final Payment NOTHING = new Payment(Credits.ZERO, Credits.ZERO, false);

    /** By an earlier call, as an entry of kind {@code TASK} has it. */
    static Payment recorded(LedgerEntry entry) {
        return new Payment(sum(entry, Account.Member.class).negated(), sum(entry, Account.Pending.class), false);
    }

    private static Credits sum(LedgerEntry entry, Class<? extends Account> kind) {
        return entry.postings().stream()
                .filter(posting -> kind.isInstance(posting.account()))
                .map(Posting::amount)
                .reduce(Credits.ZERO, Credits::plus);
    }
}
