/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The books, as true as the entries: read at the start from the last snapshot and the entries since, and anew after a unit or a commit has
 * failed, as then the two may differ. Not thread-safe; lives on the writer's thread.
 */
final class CurrentBooks {

    private static final int PAGE = 1_000;

    private final EntryTable entries = new EntryTable();
    private final AccountTable accounts = new AccountTable();
    private final SnapshotTable snapshots = new SnapshotTable();
    private final DayTable days = new DayTable();
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
        Snapshot snapshot = snapshots.read(tx);
        Map<Long, MemberAccount> owners = new HashMap<>();
        accounts.members(tx).forEach(account -> owners.put(account.number(), account));
        List<DeviceAccount> devices = accounts.devices(tx, owners);
        Books fresh = empty(tx, snapshot, devices);
        owners.values().forEach(fresh.accounts()::open);
        devices.forEach(fresh.accounts()::open);
        readOn(tx, fresh);
        holds.open(tx)
                .forEach(hold -> fresh.accounts()
                        .member(hold.member())
                        .ifPresent(account -> fresh.holds().hold(hold.job(), account, hold.remaining())));
        return fresh;
    }

    private Books empty(Transaction tx, Snapshot snapshot, List<DeviceAccount> devices) {
        long day = snapshot.minting().day();
        Map<String, Credits> active = devices.stream()
                .filter(account -> account.isActiveOn(day))
                .collect(Collectors.toMap(DeviceAccount::device, account -> account.mintedOn(day), Credits::plus));
        MintingDay minting = new MintingDay(snapshot.minting(), active, gone.on(tx, day));
        if (snapshot.entries() == 0) {
            return new Books(snapshot, 0, LedgerEntry.FIRST, minting);
        }
        EntryTable.Written last = entries.at(tx, snapshot.entries() - 1)
                .orElseThrow(() -> new IllegalStateException("the ledger ends before its snapshot"));
        return new Books(snapshot, last.entry().at(), last.hash(), minting);
    }

    private void readOn(Transaction tx, Books fresh) {
        List<EntryTable.Written> page;
        do {
            page = entries.from(tx, fresh.next(), PAGE);
            page.forEach(written -> fresh.add(written.entry(), written.hash()));
        } while (page.size() == PAGE);
    }

    /** Writes what changed since the last snapshot; a start need not read entries before it any more. */
    void snapshot(Transaction tx) {
        Books current = at(tx);
        if (current.sinceSnapshot() == 0) {
            return;
        }
        current.changedMembers().forEach(account -> accounts.write(tx, account));
        current.changedDevices().forEach(account -> accounts.write(tx, account));
        current.sums().all().forEach(sum -> days.add(tx, sum));
        snapshots.write(tx, current.snapshot());
        current.snapshotTaken();
    }
}
