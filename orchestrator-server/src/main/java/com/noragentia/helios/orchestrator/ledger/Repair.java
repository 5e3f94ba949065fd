/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<Account, Credits> sums = new LinkedHashMap<>(); // in an order that is the same in every process
        long since = 0;
        for (Posting posting : mistake.postings()) {
            Part part = reversed(tx, books, mistake, posting);
            part.sums().forEach((account, amount) -> sums.merge(account, amount, Credits::plus));
            since = Math.max(since, part.since());
        }
        List<Posting> postings = sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> new Posting(sum.getKey(), sum.getValue()))
                .toList();
        String event = Event.of(EntryKind.COMPENSATION, mistake.event());
        if (postings.isEmpty()
                || !clerk.enter(tx, EntryKind.COMPENSATION, event, postings, new Reversal(mistake.index(), since))) {
            return new Correction.Needless();
        }
        Correction.Made made = new Correction.Made(books.next() - 1, mistake.index(), why);
        corrections.add(tx, made);
        return made;
    }

    List<Correction.Made> corrections(Transaction tx) {
        return corrections.all(tx);
    }

    /**
     * The reverse of one side of a mistake.
     *
     * @param since when what is taken from an owner had counted as contributed; 0 where nothing is, or it had not
     */
    private record Part(Map<Account, Credits> sums, long since) {

        static Part of(Account account, Credits amount) {
            return new Part(Map.of(account, amount), 0);
        }
    }

    private Part reversed(Transaction tx, Books books, LedgerEntry mistake, Posting posting) {
        Credits back = posting.amount().negated();
        return switch (posting.account()) {
            case Account.House house -> Part.of(house, back);
            case Account.Member member when books.accounts().of(member).isEmpty() -> Part.of(Account.House.BURN, back);
            // What matured counted from then on.
            case Account.Member member ->
                new Part(Map.of(member, back), mistake.kind() == EntryKind.MATURED ? mistake.at() : 0);
            case Account.Pending pending ->
                books.accounts()
                        .of(pending)
                        .map(device -> back.isPositive()
                                ? Part.of(pending, back)
                                : taken(tx, mistake, device, posting.amount()))
                        .orElseGet(() -> Part.of(Account.House.BURN, back));
        };
    }

    /**
     * What a failed check has burned of it is taken from burn; of the rest, what the device has pending, and else from the owner, who has it
     * since it matured. What was of a closed account ended in burn, and is taken from there.
     */
    private Part taken(Transaction tx, LedgerEntry mistake, DeviceAccount device, Credits given) {
        Whereabouts now = Whereabouts.of(
                device.account(), device.pending(), entries.concerning(tx, device.account(), mistake.index()));
        Credits left = given.minus(now.burned());
        Credits fromPending = left.min(device.pending());
        Credits fromOwner = left.minus(fromPending);
        Map<Account, Credits> parts = new LinkedHashMap<>();
        parts.put(device.account(), fromPending.negated());
        parts.put(device.owner().account(), fromOwner.negated());
        parts.put(Account.House.BURN, now.burned().negated());
        return new Part(parts, fromOwner.isPositive() ? now.maturedAt() : 0);
    }
}
