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
import java.util.Optional;
import java.util.stream.Stream;

/** How credits come to devices and newcomers: from requesters, and from the two mints within their caps. */
final class Payments {

    private final CurrentBooks current;
    private final Registry registry;
    private final Clerk clerk;
    private final LedgerRules rules;
    private final EntryTable entries = new EntryTable();

    Payments(CurrentBooks current, Registry registry, Clerk clerk, LedgerRules rules) {
        this.current = current;
        this.registry = registry;
        this.clerk = clerk;
        this.rules = rules;
    }

    Payment settle(Transaction tx, Settlement settlement) {
        Credits work = settlement.work();
        if (settlement.requester().equals(settlement.owner()) || work.micros() < 0) {
            throw new IllegalArgumentException("nobody pays for own devices, and no device pays for its work");
        }
        if (work.isZero()) {
            return Payment.NOTHING;
        }
        Optional<MemberAccount> requester = registry.member(tx, settlement.requester());
        Optional<DeviceAccount> device =
                requester.flatMap(_ -> registry.device(tx, settlement.device(), settlement.owner()));
        return device.map(worker -> pay(tx, settlement, requester.orElseThrow(), worker))
                .orElseGet(() -> earlier(tx, settlement.task()));
    }

    private Payment pay(Transaction tx, Settlement settlement, MemberAccount requester, DeviceAccount device) {
        Holds holds = current.at(tx).holds();
        Burn rule = rules.job().burn();
        // A dearer model may have come while the job waited: what was held for the task is a promise, and so is what
        // was for its job.
        Credits work = Stream.concat(settlement.most().stream(), holds.left(settlement.job()).stream())
                .map(rule::within)
                .reduce(settlement.work(), Credits::min);
        if (work.isZero()) {
            return earlier(tx, settlement.task());
        }
        Credits burn = rule.on(work);
        Credits cost = work.plus(burn);
        List<Posting> postings = List.of(
                new Posting(requester.account(), cost.negated()),
                new Posting(device.account(), work),
                new Posting(Account.House.BURN, burn));
        if (!clerk.enter(tx, EntryKind.TASK, Event.task(settlement.task()), postings, settlement.facts())) {
            return earlier(tx, settlement.task());
        }
        holds.pay(settlement.job(), cost);
        return new Payment(cost, work, true);
    }

    /** What stands in the books for a task: the hold may have shrunk since, and the prices changed. */
    private Payment earlier(Transaction tx, String task) {
        return entries.of(tx, Event.task(task))
                .map(written -> Payment.recorded(written.entry()))
                .orElse(Payment.NOTHING);
    }

    Credits mint(Transaction tx, String canary, String device, String owner, Credits work, LedgerEntry.Facts facts) {
        String event = Event.of(EntryKind.CANARY, canary);
        if (entries.isBare(tx, event)) {
            return Credits.ZERO;
        }
        Credits minted = work.min(today(tx).room(device, rules));
        if (!minted.isPositive()) {
            entries.addBare(tx, event, clerk.now(current.at(tx)));
            return Credits.ZERO;
        }
        return registry.device(tx, device, owner)
                .map(DeviceAccount::account)
                .filter(account -> clerk.enter(
                        tx, EntryKind.CANARY, event, Postings.move(Account.House.MINT, account, minted), facts))
                .map(_ -> minted)
                .orElse(Credits.ZERO);
    }

    Credits allow(Transaction tx, String member, String device, Credits allowance) {
        String ofDevice = Event.of(EntryKind.ALLOWANCE, "device", device);
        Credits granted = allowance.min(today(tx).allowances(device, rules));
        // It is given once, and what is left of a day may be a crumb: then another day will do better.
        boolean isMostOfIt = granted.micros() >= allowance.micros() * LedgerRules.LEAST_OF_AN_ALLOWANCE;
        if (!isMostOfIt || entries.isBare(tx, ofDevice)) {
            return Credits.ZERO;
        }
        Optional<Account.Member> account = registry.member(tx, member).map(MemberAccount::account);
        boolean isNew = account.filter(theirs -> clerk.enter(
                        tx,
                        EntryKind.ALLOWANCE,
                        Event.of(EntryKind.ALLOWANCE, member),
                        Postings.move(Account.House.TREASURY, theirs, granted)))
                .isPresent();
        if (!isNew) {
            return Credits.ZERO;
        }
        entries.addBareForGood(tx, ofDevice);
        return granted;
    }

    private MintingDay today(Transaction tx) {
        Books books = current.at(tx);
        return books.minting(clerk.now(books));
    }
}
