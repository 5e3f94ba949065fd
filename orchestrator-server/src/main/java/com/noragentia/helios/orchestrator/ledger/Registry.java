/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.function.Supplier;

/** Finds accounts, and opens those that do not exist yet, each under a pseudonym drawn at random. */
final class Registry {

    private final CurrentBooks current;
    private final Supplier<String> pseudonyms;
    private final AccountTable table = new AccountTable();

    /** @param pseudonyms 32 lower-case hex digits each, that nobody guesses */
    Registry(CurrentBooks current, Supplier<String> pseudonyms) {
        this.current = current;
        this.pseudonyms = pseudonyms;
    }

    MemberAccount member(Transaction tx, String member) {
        OpenAccounts accounts = current.at(tx).accounts();
        return accounts.member(member).orElseGet(() -> {
            MemberAccount account = table.openMember(tx, member, pseudonyms.get());
            accounts.open(account);
            return account;
        });
    }

    DeviceAccount device(Transaction tx, String device, String owner) {
        OpenAccounts accounts = current.at(tx).accounts();
        return accounts.device(device, owner).orElseGet(() -> {
            DeviceAccount account = table.openDevice(tx, device, member(tx, owner), pseudonyms.get());
            accounts.open(account);
            return account;
        });
    }
}
