/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.HashMap;
import java.util.Map;

/** What devices have pending, counted anew from the entries. */
final class RecountedAccounts {

    private final Map<Account, Credits> pending = new HashMap<>();

    /** Counts an entry; false if it takes from a device what the device does not have. Putting a mistake right may. */
    boolean add(LedgerEntry entry) {
        boolean isCovered = true;
        for (Posting posting : entry.postings()) {
            if (posting.account() instanceof Account.Pending account) {
                Credits left = pending.merge(account, posting.amount(), Credits::plus);
                isCovered &= posting.amount().isPositive()
                        || left.compareTo(Credits.ZERO) >= 0
                        || entry.kind() == EntryKind.COMPENSATION;
            }
        }
        return isCovered;
    }
}
