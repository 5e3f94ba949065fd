/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Burn;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.List;

/** How credits come to devices and newcomers: from requesters, and from the two mints within their caps. */
final class Payments {

    private final CurrentBooks current;
    private final Registry registry;
    private final Clerk clerk;
    private final EntryTable entries = new EntryTable();

    Payments(CurrentBooks current, Registry registry, Clerk clerk) {
        this.current = current;
        this.registry = registry;
        this.clerk = clerk;
    }

    void settle(Transaction tx, Settlement settlement) {
        Credits work = settlement.work();
        if (settlement.requester().equals(settlement.owner()) || work.micros() < 0) {
            throw new IllegalArgumentException("nobody pays for own devices, and no device pays for its work");
        }
        if (work.isZero()) {
            return;
        }
        MemberAccount requester = registry.member(tx, settlement.requester());
        DeviceAccount device = registry.device(tx, settlement.device(), settlement.owner());
        Credits burn = Burn.on(work);
        Credits cost = work.plus(burn);
        List<Posting> postings = List.of(
                new Posting(requester.account(), cost.negated()),
                new Posting(device.account(), work),
                new Posting(Account.House.BURN, burn));
        if (clerk.enter(tx, EntryKind.TASK, Event.task(settlement.task()), postings, settlement.facts())) {
            current.at(tx).holds().pay(settlement.job(), cost);
        }
    }

    Credits mint(Transaction tx, String canary, String device, String owner, Credits work, LedgerEntry.Facts facts) {
        String event = Event.of(EntryKind.CANARY, canary);
        if (entries.isBare(tx, event)) {
            return Credits.ZERO;
        }
        DeviceAccount account = registry.device(tx, device, owner);
        Credits minted = work.min(today(tx).room(device));
        if (!minted.isPositive()) {
            entries.addBare(tx, event);
            return Credits.ZERO;
        }
        boolean isNew = clerk.enter(
                tx, EntryKind.CANARY, event, Postings.move(Account.House.MINT, account.account(), minted), facts);
        return isNew ? minted : Credits.ZERO;
    }

    Credits allow(Transaction tx, String member, String device, Credits allowance) {
        String ofDevice = Event.of(EntryKind.ALLOWANCE, "device", device);
        Credits granted = allowance.min(today(tx).room());
        if (!granted.isPositive() || entries.isBare(tx, ofDevice)) {
            return Credits.ZERO;
        }
        MemberAccount account = registry.member(tx, member);
        if (!clerk.enter(
                tx,
                EntryKind.ALLOWANCE,
                Event.of(EntryKind.ALLOWANCE, member),
                Postings.move(Account.House.TREASURY, account.account(), granted))) {
            return Credits.ZERO;
        }
        entries.addBare(tx, ofDevice);
        return granted;
    }

    private MintingDay today(Transaction tx) {
        Books books = current.at(tx);
        return books.minting(clerk.now(books));
    }
}
