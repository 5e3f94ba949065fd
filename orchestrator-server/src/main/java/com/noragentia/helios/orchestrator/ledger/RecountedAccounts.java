/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What members own and devices have pending, counted anew from the entries. */
final class RecountedAccounts {

    private final Map<Account, Credits> left = new HashMap<>();

    /**
     * Counts an entry. Nothing takes from a device what it does not have: even a mistake is reversed from its owner then. Members may owe. What
     * closes an account leaves nothing in it, so that none can be given credits by closing it.
     */
    @Nullable
    Flaw add(LedgerEntry entry) {
        Flaw flaw = null;
        for (Posting posting : entry.postings()) {
            if (!(posting.account() instanceof Account.House)) {
                Credits now = left.merge(posting.account(), posting.amount(), Credits::plus);
                if (entry.kind() == EntryKind.CLOSED) {
                    flaw = now.isZero() ? flaw : Flaw.AGAINST_ITS_KIND;
                    left.remove(posting.account());
                }
                flaw = isOverdrawn(posting, now) ? Flaw.OVERDRAWN : flaw;
            }
        }
        return flaw;
    }

    /** Accounts in which something is left, or owed. */
    Set<Account> holding() {
        return left.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOverdrawn(Posting posting, Credits now) {
        return posting.account() instanceof Account.Pending
                && !posting.amount().isPositive()
                && now.compareTo(Credits.ZERO) < 0;
    }
}
