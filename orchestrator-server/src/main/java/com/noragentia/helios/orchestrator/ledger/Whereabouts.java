/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.List;

/**
 * What became of credits that a device was given by one entry: pending credits leave oldest first, but for compensations, which take the newest.
 * Immutable.
 *
 * @param pending of them still
 * @param matured of them: they became the owner's
 * @param maturedAt when the first of these did, epoch milliseconds; 0 where none did
 * @param burned of them, after a check that failed
 */
record Whereabouts(Credits pending, Credits matured, long maturedAt, Credits burned) {

    /**
     * Follows them.
     *
     * @param account of the device
     * @param pendingNow all that is pending of it
     * @param entries that concern the device, in their order, the one that gave the credits first
     */
    static Whereabouts of(Account.Pending account, Credits pendingNow, List<LedgerEntry> entries) {
        Credits since = entries.stream().map(entry -> of(account, entry)).reduce(Credits.ZERO, Credits::plus);
        Whereabouts found = new Whereabouts(of(account, entries.getFirst()), Credits.ZERO, 0, Credits.ZERO);
        Credits before = pendingNow.minus(since);
        Credits after = Credits.ZERO;
        for (LedgerEntry entry : entries.subList(1, entries.size())) {
            Credits amount = of(account, entry);
            Credits taken = amount.negated();
            if (amount.isPositive()) {
                after = after.plus(amount);
            } else if (entry.kind() == EntryKind.COMPENSATION) {
                Credits newest = taken.min(after);
                Credits own = taken.minus(newest).min(found.pending);
                after = after.minus(newest);
                before = before.minus(taken.minus(newest).minus(own));
                found = found.reversed(own);
            } else {
                Credits oldest = taken.min(before);
                Credits own = taken.minus(oldest).min(found.pending);
                before = before.minus(oldest);
                after = after.minus(taken.minus(oldest).minus(own));
                found = found.left(own, entry);
            }
        }
        return found;
    }

    private static Credits of(Account.Pending account, LedgerEntry entry) {
        return entry.postings().stream()
                .filter(posting -> posting.account().equals(account))
                .map(Posting::amount)
                .reduce(Credits.ZERO, Credits::plus);
    }

    /** For another mistake, from which more was taken than it had left. */
    private Whereabouts reversed(Credits some) {
        return new Whereabouts(pending.minus(some), matured, maturedAt, burned);
    }

    private Whereabouts left(Credits some, LedgerEntry entry) {
        if (some.isZero()) {
            return this;
        }
        return entry.kind() == EntryKind.MATURED
                ? new Whereabouts(
                        pending.minus(some), matured.plus(some), maturedAt == 0 ? entry.at() : maturedAt, burned)
                : new Whereabouts(pending.minus(some), matured, maturedAt, burned.plus(some));
    }
}
