/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a mistake right: by an entry that reverses the mistaken one, as nothing is ever changed or taken out. */
final class Repair {

    private final CurrentBooks current;
    private final Clerk clerk;
    private final EntryTable entries = new EntryTable();

    Repair(CurrentBooks current, Clerk clerk) {
        this.current = current;
        this.clerk = clerk;
    }

    /** False where it has been reversed before, or would change nothing. */
    boolean compensate(Transaction tx, long index) {
        LedgerEntry mistake = entries.at(tx, index)
                .map(EntryTable.Written::entry)
                .filter(entry -> entry.kind() != EntryKind.COMPENSATION && entry.kind() != EntryKind.CLOSED)
                .orElseThrow(() -> new IllegalArgumentException("no entry that can be reversed"));
        List<Posting> postings = reversed(current.at(tx), mistake);
        return !postings.isEmpty()
                && clerk.enter(tx, EntryKind.COMPENSATION, Event.of(EntryKind.COMPENSATION, mistake.event()), postings);
    }

    private static List<Posting> reversed(Books books, LedgerEntry mistake) {
        Map<Account, Credits> sums = new LinkedHashMap<>();
        for (Posting posting : mistake.postings()) {
            Credits back = posting.amount().negated();
            switch (posting.account()) {
                case Account.House house -> sums.merge(house, back, Credits::plus);
                case Account.Member member ->
                    sums.merge(
                            books.accounts().of(member).isPresent() ? member : Account.House.BURN, back, Credits::plus);
                case Account.Pending pending ->
                    returned(books, pending, back).forEach((account, part) -> sums.merge(account, part, Credits::plus));
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> new Posting(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** What has matured meanwhile is taken from the owner; what was of a closed account ended in burn, and is taken from there. */
    private static Map<Account, Credits> returned(Books books, Account.Pending pending, Credits back) {
        Optional<DeviceAccount> account = books.accounts().of(pending);
        if (account.isEmpty()) {
            return Map.of(Account.House.BURN, back);
        }
        Credits fromPending = back.max(account.get().pending().negated());
        Map<Account, Credits> parts = new LinkedHashMap<>(); // in an order that is the same in every process
        parts.put(pending, fromPending);
        parts.put(account.get().owner().account(), back.minus(fromPending));
        return parts;
    }
}
