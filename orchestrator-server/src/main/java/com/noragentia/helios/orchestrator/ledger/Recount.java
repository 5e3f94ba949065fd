/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The books reckoned anew from the first entry on. Of what is stored it takes the names of the accounts alone, which the entries do not tell.
 * Accounts without a row are opened as those of strangers: closed ones, as nothing is left in them in the end. Not thread-safe.
 */
final class Recount {

    private final Books books = new Books(
            Snapshot.NOTHING, 0, LedgerEntry.FIRST, new MintingDay(Snapshot.NOTHING.minting(), Map.of(), Map.of()));
    private long strangers;
    private Optional<Account> misnamed = Optional.empty();

    /**
     * Of nothing yet.
     *
     * @param lots into which what a device earns is to be put
     * @throws IllegalStateException if a device has an owner who is not there
     */
    Recount(StoredBooks stored, Function<StoredBooks.Device, Lots> lots) {
        Map<Long, MemberAccount> owners = new HashMap<>();
        stored.members().forEach(row -> {
            MemberAccount account = row.account(MemberAccount.Stored.NEW);
            owners.put(row.number(), account);
            books.accounts().open(account);
        });
        stored.devices().forEach(row -> books.accounts().open(row.blank(owner(owners, row), lots.apply(row))));
    }

    /** @throws IllegalStateException if there is none */
    static MemberAccount owner(Map<Long, MemberAccount> owners, StoredBooks.Device row) {
        MemberAccount owner = owners.get(row.owner());
        if (owner == null) {
            throw new IllegalStateException("pending:" + row.pseudonym() + " has an owner who is not there");
        }
        return owner;
    }

    /** The next entry, with its {@link LedgerEntry#hash}. */
    void add(LedgerEntry entry, String hash) {
        entry.postings().forEach(this::openStranger);
        if (entry.kind() == EntryKind.MATURED) {
            checkOwner(entry);
        }
        books.add(entry, hash);
    }

    /** What matures becomes the owner's: this the entries do tell. */
    private void checkOwner(LedgerEntry entry) {
        for (Posting posting : entry.postings()) {
            if (misnamed.isEmpty() && posting.account() instanceof Account.Pending device) {
                misnamed = books.accounts()
                        .of(device)
                        .filter(account -> account.number() > 0
                                && !isTo(entry, account.owner().account()))
                        .map(DeviceAccount::account);
            }
        }
    }

    private static boolean isTo(LedgerEntry entry, Account owner) {
        return entry.postings().stream().anyMatch(posting -> posting.account().equals(owner));
    }

    private void openStranger(Posting posting) {
        switch (posting.account()) {
            case Account.House _ -> {}
            case Account.Member account -> {
                if (books.accounts().of(account).isEmpty()) {
                    books.accounts().open(stranger(account.pseudonym()));
                }
            }
            case Account.Pending account -> {
                if (books.accounts().of(account).isEmpty()) {
                    MemberAccount owner = stranger(account.pseudonym());
                    books.accounts()
                            .open(new DeviceAccount(
                                    owner.number(),
                                    owner.member(),
                                    owner,
                                    account.pseudonym(),
                                    DeviceAccount.Stored.anew()));
                }
            }
        }
    }

    /** Numbers of rows are positive. */
    private MemberAccount stranger(String pseudonym) {
        strangers++;
        return new MemberAccount(-strangers, "stranger " + pseudonym, pseudonym, MemberAccount.Stored.NEW);
    }

    Books books() {
        return books;
    }

    /** An account that has something, and has no row; or has an owner who is not the one it was paid for. */
    Optional<Account> unnamed() {
        Stream<Account> members = books.accounts().members().stream()
                .filter(account -> account.number() < 0 && !account.owned().isZero())
                .map(MemberAccount::account);
        Stream<Account> devices = books.accounts().devices().stream()
                .filter(account -> account.number() < 0 && !account.pending().isZero())
                .map(DeviceAccount::account);
        return misnamed.or(() -> Stream.concat(members, devices).findFirst());
    }

    /** Lets go of the accounts of strangers. */
    void closeUnnamed() {
        books.accounts().members().stream()
                .filter(account -> account.number() < 0)
                .toList()
                .forEach(books.accounts()::close);
        books.accounts().devices().stream()
                .filter(account -> account.number() < 0)
                .map(DeviceAccount::owner)
                .toList()
                .forEach(books.accounts()::close);
        books.forgetUnnamed();
    }
}
