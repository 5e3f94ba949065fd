/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Since when entries name the check that they follow from: once one of a kind did, all later ones of it do. A check that was passed before may
 * still let mature, without a name, what was pending when the first entry named one, and no more than that. Not thread-safe.
 */
final class NamedChecks {

    private static final Set<EntryKind> FROM_CHECKS = EnumSet.of(EntryKind.MATURED, EntryKind.BURNED, EntryKind.FINE);

    private final Set<EntryKind> named = EnumSet.noneOf(EntryKind.class);
    /** What is left of what devices had pending before any entry named a check. */
    private final Map<Account, Credits> unnamed = new HashMap<>();

    /** Takes the entries in order; whether this one names its check, or need not. */
    boolean add(LedgerEntry entry) {
        boolean isOfCheck = FROM_CHECKS.contains(entry.kind());
        boolean isNamed = entry.check() != null;
        boolean isKept = !isOfCheck || isNamed || !named.contains(entry.kind()) || isOld(entry);
        entry.postings().forEach(this::count);
        if (isOfCheck && isNamed) {
            named.add(entry.kind());
        }
        return isKept;
    }

    private boolean isOld(LedgerEntry entry) {
        return entry.kind() == EntryKind.MATURED
                && entry.postings().stream()
                        .filter(posting -> posting.account() instanceof Account.Pending)
                        .allMatch(posting -> unnamed.getOrDefault(posting.account(), Credits.ZERO)
                                        .compareTo(posting.amount().negated())
                                >= 0);
    }

    private void count(Posting posting) {
        boolean gains = posting.amount().isPositive();
        if (posting.account() instanceof Account.Pending && (!gains || named.isEmpty())) {
            Credits left = unnamed.getOrDefault(posting.account(), Credits.ZERO).plus(posting.amount());
            if (left.isPositive()) {
                unnamed.put(posting.account(), left);
            } else {
                unnamed.remove(posting.account());
            }
        }
    }
}
