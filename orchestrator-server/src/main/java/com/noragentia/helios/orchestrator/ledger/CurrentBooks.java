/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books, as true as the entries: read at the start from the last snapshot and the entries since, and anew after a unit or a commit has
 * failed, as then the two may differ. A snapshot that is not as it was written, by its {@link Seal} and its sum, is reckoned anew from all
 * entries. They are not opened over entries that end before, or differ from, what was signed: {@link SignedPast}; nor over names that were
 * changed. Not thread-safe; lives on the writer's thread.
 */
final class CurrentBooks {

    private static final int PAGE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(CurrentBooks.class);

    private final EntryTable entries = new EntryTable();
    private final AccountTable accounts = new AccountTable();
    private final SnapshotTable snapshots = new SnapshotTable();
    private final DayTable days = new DayTable();
    private final SignedPast signed = new SignedPast();
    private final SealedNames names = new SealedNames();
    private final GoneDeviceTable gone = new GoneDeviceTable();
    private final OpenHolds holds;
    private @Nullable Books books;
    private @Nullable Transaction lastUser;
    private @Nullable Thread writer;

    CurrentBooks(OpenHolds holds) {
        this.holds = holds;
    }

    /** The books for this unit, which may change them. */
    Books at(Transaction tx) {
        if (writer == null) {
            writer = Thread.currentThread();
        }
        Books current = view(tx);
        if (!tx.equals(lastUser)) {
            lastUser = tx;
            tx.ifUndone(() -> books = null);
        }
        return current;
    }

    /** The books for looking only: should this unit fail, they stay. From the writer's thread too, or what is seen is half done. */
    Books view(Transaction tx) {
        if (writer != null && !Thread.currentThread().equals(writer)) {
            throw new IllegalStateException("the books are read off the thread that writes them");
        }
        Books current = books;
        if (current == null) {
            current = read(tx);
            books = current;
        }
        return current;
    }

    private Books read(Transaction tx) {
        signed.require(tx, entries.end(tx));
        names.require(tx);
        StoredBooks stored = StoredBooks.read(tx);
        if (!stored.devices().stream().allMatch(StoredBooks.Device::isCheckSealed)) {
            LOG.error("the last check of a device is not as it was written: it counts for none, and the next decides");
        }
        Optional<Books> kept = kept(tx, stored);
        if (kept.isEmpty() && stored.seal().isEmpty()) {
            LOG.warn("the balances of the ledger have no seal, as before version 21 of the database:"
                    + " they are reckoned anew from all entries, this once");
        } else if (kept.isEmpty()) {
            LOG.error(
                    "the balances of the ledger are not as they were written: they are reckoned anew from all entries");
        }
        return withHolds(tx, kept.isPresent() ? kept.get() : recounted(tx, stored));
    }

    /** Anew, whatever is stored. */
    Books recount(Transaction tx) {
        signed.require(tx, entries.end(tx));
        names.require(tx);
        Books fresh = withHolds(tx, recounted(tx, StoredBooks.read(tx)));
        books = fresh;
        return fresh;
    }

    private Books withHolds(Transaction tx, Books fresh) {
        holds.open(tx)
                .forEach(hold -> fresh.accounts()
                        .member(hold.member())
                        .ifPresent(account -> fresh.holds().hold(hold.job(), account, hold.remaining())));
        return fresh;
    }

    /** The last snapshot and the entries since; empty where the snapshot is not as it was written. */
    private Optional<Books> kept(Transaction tx, StoredBooks stored) {
        long entered = stored.snapshot().entries();
        EntryTable.@Nullable Written last = entered == 0
                ? null
                : entries.at(tx, entered - 1)
                        .orElseThrow(() -> new IllegalStateException("the ledger ends before its snapshot"));
        Books fresh;
        try {
            fresh = opened(tx, stored, last);
            if (!isAsWritten(stored, fresh)) {
                return Optional.empty();
            }
        } catch (IllegalStateException | ArithmeticException e) { // lots that are none, sums beyond all bounds
            LOG.warn("the balances of the ledger cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
        readOn(tx, fresh, fresh::add);
        return Optional.of(fresh);
    }

    private Books opened(Transaction tx, StoredBooks stored, EntryTable.@Nullable Written last) {
        Map<Long, MemberAccount> owners = new HashMap<>();
        stored.members().forEach(row -> owners.put(row.number(), row.account(row.stored())));
        List<DeviceAccount> devices = stored.devices().stream()
                .map(row -> row.account(Recount.owner(owners, row)))
                .toList();
        long day = stored.snapshot().minting().day();
        Map<String, Credits> active = devices.stream()
                .filter(account -> account.isActiveOn(day))
                .collect(Collectors.toMap(DeviceAccount::device, account -> account.mintedOn(day), Credits::plus));
        MintingDay minting = new MintingDay(stored.snapshot().minting(), active, gone.on(tx, day));
        Books fresh = last == null
                ? new Books(stored.snapshot(), 0, LedgerEntry.FIRST, minting)
                : new Books(stored.snapshot(), last.entry().at(), last.hash(), minting);
        owners.values().forEach(fresh.accounts()::open);
        devices.forEach(fresh.accounts()::open);
        return fresh;
    }

    /** Where no snapshot was ever written there is no seal, and nothing in any account. */
    private static boolean isAsWritten(StoredBooks stored, Books fresh) {
        long seal = stored.seal().orElse(Seal.OF_NOTHING);
        return seal == fresh.seal() && fresh.sumsToZero();
    }

    /**
     * From all entries, and stored at once in place of what was there. Entries are believed, for they are chained to each other and signed;
     * what is kept beside them is not.
     */
    private Books recounted(Transaction tx, StoredBooks stored) {
        Recount recount = new Recount(stored, _ -> new Lots());
        readOn(tx, recount.books(), recount::add);
        recount.unnamed().ifPresent(account -> {
            throw new IllegalStateException("nobody is known to stand behind " + account.text()
                    + " of the ledger: a row of ledger_member or ledger_device is missing or was changed");
        });
        recount.closeUnnamed();
        Books fresh = recount.books();
        tx.ifUndone(() -> books = null);
        days.deleteAll(tx);
        fresh.accounts().members().forEach(fresh.changedMembers()::add);
        fresh.accounts().devices().forEach(fresh.changedDevices()::add);
        write(tx, fresh);
        return fresh;
    }

    private void readOn(Transaction tx, Books fresh, BiConsumer<LedgerEntry, String> taker) {
        List<EntryTable.Written> page;
        do {
            page = entries.from(tx, fresh.next(), PAGE);
            page.forEach(written -> taker.accept(written.entry(), written.hash()));
        } while (page.size() == PAGE);
    }

    /** Writes what changed since the last snapshot; a start need not read entries before it any more. */
    void snapshot(Transaction tx) {
        Books current = at(tx);
        if (current.sinceSnapshot() > 0) {
            write(tx, current);
        }
    }

    private void write(Transaction tx, Books current) {
        current.changedMembers().forEach(account -> {
            accounts.write(tx, account);
            account.sealed();
        });
        current.changedDevices().forEach(account -> {
            accounts.write(tx, account);
            account.sealed();
        });
        current.sums().all().forEach(sum -> days.add(tx, sum));
        snapshots.write(tx, current.snapshot(), current.seal());
        current.snapshotTaken();
    }

    /** Takes the accounts of a member out, with all that led to them; whatever is in the snapshot by then. */
    void close(Transaction tx, MemberAccount account) {
        Books current = at(tx);
        current.accounts().close(account);
        accounts.delete(tx, account);
        snapshots.write(tx, current.snapshot(), current.seal());
    }
}
