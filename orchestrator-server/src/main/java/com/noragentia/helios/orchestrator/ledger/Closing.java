/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.List;

/** Ends the accounts of a member. */
final class Closing {

    private final CurrentBooks current;
    private final Clerk clerk;
    private final GoneDeviceTable gone = new GoneDeviceTable();

    Closing(CurrentBooks current, Clerk clerk) {
        this.current = current;
        this.clerk = clerk;
    }

    void close(Transaction tx, String member) {
        current.at(tx).accounts().member(member).ifPresent(account -> close(tx, account));
    }

    /** The snapshot goes first: no later start may meet entries of an account that nobody knows any more. */
    private void close(Transaction tx, MemberAccount account) {
        account.devices().forEach(device -> empty(tx, device.account(), device.pending()));
        empty(tx, account.account(), account.owned());
        current.snapshot(tx);
        Books books = current.at(tx);
        books.holds().releaseAll(account);
        long today = books.minting(clerk.now(books)).day();
        account.devices().stream()
                .filter(device -> device.isActiveOn(today))
                .forEach(device -> gone.add(tx, today, device.device(), device.mintedOn(today)));
        current.close(tx, account);
    }

    /** What devices that have gone had minted counts until midnight. */
    void forgetOld(Transaction tx) {
        Books books = current.view(tx);
        gone.forgetBefore(tx, books.minting(clerk.now(books)).day());
    }

    /** Debts are written off: burn pays them. */
    private void empty(Transaction tx, Account account, Credits left) {
        if (!left.isZero()) {
            clerk.enter(
                    tx,
                    EntryKind.CLOSED,
                    Event.of(EntryKind.CLOSED, account),
                    List.of(new Posting(account, left.negated()), new Posting(Account.House.BURN, left)));
        }
    }
}
