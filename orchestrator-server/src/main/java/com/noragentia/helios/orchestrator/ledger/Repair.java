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
    private final CorrectionTable corrections = new CorrectionTable();

    Repair(CurrentBooks current, Clerk clerk) {
        this.current = current;
        this.clerk = clerk;
    }

    Correction compensate(Transaction tx, long index, String why) {
        return entries.at(tx, index)
                .map(EntryTable.Written::entry)
                .filter(entry -> entry.kind() != EntryKind.COMPENSATION && entry.kind() != EntryKind.CLOSED)
                .map(mistake -> compensate(tx, mistake, why))
                .orElseGet(Correction.Impossible::new);
    }

    private Correction compensate(Transaction tx, LedgerEntry mistake, String why) {
        Books books = current.at(tx);
        List<Posting> postings = reversed(books, mistake);
        String event = Event.of(EntryKind.COMPENSATION, mistake.event());
        if (postings.isEmpty() || !clerk.enter(tx, EntryKind.COMPENSATION, event, postings)) {
            return new Correction.Needless();
        }
        Correction.Made made = new Correction.Made(books.next() - 1, mistake.index(), why);
        corrections.add(tx, made);
        return made;
    }

    List<Correction.Made> corrections(Transaction tx) {
        return corrections.all(tx);
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
