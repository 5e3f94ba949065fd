/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of pending credits (trust.md 2.3): a check that is passed lets them mature once they are old enough, one that fails burns them. */
final class Maturation {

    private final CurrentBooks current;
    private final Registry registry;
    private final Clerk clerk;
    private final LedgerRules rules;
    private final EntryTable entries = new EntryTable();
    private final AccountTable accounts = new AccountTable();

    Maturation(CurrentBooks current, Registry registry, Clerk clerk, LedgerRules rules) {
        this.current = current;
        this.registry = registry;
        this.clerk = clerk;
        this.rules = rules;
    }

    /** The check was of the device, whoever owned it when it earned what is pending. */
    void passed(Transaction tx, String check, String device) {
        Books books = current.at(tx);
        if (!entries.addBare(tx, Event.of(EntryKind.MATURED, check), clerk.now(books))) {
            return;
        }
        for (DeviceAccount account : books.accounts().device(device)) {
            account.checked(new DeviceAccount.Checked(books.next(), Check.commitment(check)));
            accounts.checked(tx, account);
            mature(tx, account);
        }
    }

    /** The fine comes first: where it is recorded already, what has been earned since must not burn. An owner who has gone cannot be fined. */
    void failed(Transaction tx, String check, String device, String owner) {
        Optional<MemberAccount> fined = registry.member(tx, owner);
        if (fined.isEmpty()) {
            return;
        }
        Check failed = new Check(Check.commitment(check), Check.Verdict.FAILED);
        if (!clerk.enter(
                tx,
                EntryKind.FINE,
                Event.of(EntryKind.FINE, check),
                Postings.move(fined.get().account(), Account.House.BURN, rules.fine()),
                failed)) {
            return;
        }
        for (DeviceAccount account : current.at(tx).accounts().device(device)) {
            if (account.pending().isPositive()) {
                clerk.enter(
                        tx,
                        EntryKind.BURNED,
                        Event.of(EntryKind.BURNED, check, account.account()),
                        Postings.move(account.account(), Account.House.BURN, account.pending()),
                        failed);
            }
        }
    }

    /** Whatever is due by now, of all devices. */
    void matureAll(Transaction tx) {
        List.copyOf(current.at(tx).accounts().devices()).forEach(account -> mature(tx, account));
    }

    void forgetOld(Transaction tx) {
        entries.forgetBare(tx, clerk.now(current.at(tx)) - Ledger.CHECKS_KEPT.toMillis());
    }

    private void mature(Transaction tx, DeviceAccount account) {
        long latest = clerk.now(current.at(tx)) - rules.maturation().toMillis();
        Lot due = account.lots().due(account.checked().before(), latest);
        if (due.amount().isPositive()) {
            clerk.enter(
                    tx,
                    EntryKind.MATURED,
                    Event.of(EntryKind.MATURED, account.account(), due.lastIndex()),
                    Postings.move(account.account(), account.owner().account(), due.amount()),
                    passed(account));
        }
    }

    /** None for a check that was passed before its name was kept. */
    private static @Nullable Check passed(DeviceAccount account) {
        String by = account.checked().by();
        return by == null ? null : new Check(by, Check.Verdict.PASSED);
    }
}
