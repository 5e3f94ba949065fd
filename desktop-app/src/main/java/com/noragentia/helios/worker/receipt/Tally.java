/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Adds up what entries of the ledger give to whoever works, each of them once. Not thread-safe. */
final class Tally {

    private final Set<Long> indexes = new HashSet<>();
    private final Map<EntryKind, Credits> pending = new EnumMap<>(EntryKind.class);

    boolean has(LedgerEntry entry) {
        return indexes.contains(entry.index());
    }

    /** @return false if it was added before */
    boolean add(LedgerEntry entry) {
        boolean isNew = indexes.add(entry.index());
        if (isNew) {
            forEachPending(entry, amount -> pending.merge(entry.kind(), amount, Credits::plus));
        }
        return isNew;
    }

    /** Takes out an entry, if it was added. */
    void remove(LedgerEntry entry) {
        if (indexes.remove(entry.index())) {
            forEachPending(entry, amount -> pending.merge(entry.kind(), amount.negated(), Credits::plus));
        }
    }

    private static void forEachPending(LedgerEntry entry, Consumer<Credits> use) {
        for (Posting posting : entry.postings()) {
            if (posting.account() instanceof Account.Pending) {
                use.accept(posting.amount());
            }
        }
    }

    /** How many entries. */
    int size() {
        return indexes.size();
    }

    /** By tasks and canaries. */
    Credits earned() {
        return sum(EntryKind.TASK).plus(sum(EntryKind.CANARY));
    }

    Credits matured() {
        return sum(EntryKind.MATURED).negated();
    }

    Credits burned() {
        return sum(EntryKind.BURNED).negated();
    }

    private Credits sum(EntryKind kind) {
        return pending.getOrDefault(kind, Credits.ZERO);
    }
}
