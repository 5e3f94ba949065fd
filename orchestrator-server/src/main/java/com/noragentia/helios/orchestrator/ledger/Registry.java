/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds accounts, and opens those that do not exist yet, each under a pseudonym drawn at random; none for those who have gone. */
final class Registry {

    private final CurrentBooks current;
    private final KnownMembers known;
    private final Supplier<String> pseudonyms;
    private final AccountTable table = new AccountTable();

    /** @param pseudonyms 32 lower-case hex digits each, that nobody guesses */
    Registry(CurrentBooks current, KnownMembers known, Supplier<String> pseudonyms) {
        this.current = current;
        this.known = known;
        this.pseudonyms = pseudonyms;
    }

    /** Empty where the member has gone. */
    Optional<MemberAccount> member(Transaction tx, String member) {
        OpenAccounts accounts = current.at(tx).accounts();
        Optional<MemberAccount> there = accounts.member(member);
        if (there.isPresent() || !known.has(tx, member)) {
            return there;
        }
        MemberAccount account = table.openMember(tx, member, pseudonyms.get());
        accounts.open(account);
        return Optional.of(account);
    }

    /** Empty where the owner has gone. */
    Optional<DeviceAccount> device(Transaction tx, String device, String owner) {
        OpenAccounts accounts = current.at(tx).accounts();
        return accounts.device(device, owner)
                .or(() -> member(tx, owner).map(holder -> {
                    DeviceAccount account = table.openDevice(tx, device, holder, pseudonyms.get());
                    accounts.open(account);
                    return account;
                }));
    }
}
