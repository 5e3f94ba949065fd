/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under which accounts of the ledger this device has worked. The network draws the name of an account, so a new one is believed for work only
 * that this device knows it did. Not thread-safe.
 */
final class OwnWork {

    private static final Logger LOG = LoggerFactory.getLogger(OwnWork.class);

    private final ReceiptFolder folder;
    private final VerifyingKey device;
    private final Predicate<String> isAnswered;
    private final Set<Account> accounts = new HashSet<>();
    private boolean isRead;

    /** @param isAnswered whether a commitment is that of an answer for which no receipt has come yet */
    OwnWork(ReceiptFolder folder, VerifyingKey device, Predicate<String> isAnswered) {
        this.folder = folder;
        this.device = device;
        this.isAnswered = isAnswered;
    }

    /** Whether entries of one device are this one's. The files are read only where a name is new, and once. */
    boolean isOurs(List<LedgerEntry> entries) throws IOException {
        Set<Account> named = pending(entries);
        return entries.isEmpty()
                || accounts.containsAll(named)
                || entries.stream().anyMatch(this::isKnown)
                || kept().containsAll(named);
    }

    private boolean isKnown(LedgerEntry entry) {
        LedgerEntry.Facts facts = entry.facts();
        return facts != null && isAnswered.test(facts.commitment());
    }

    private Set<Account> kept() throws IOException {
        if (!isRead) {
            for (Path month : folder.months()) {
                folder.read(month, this::add);
            }
            isRead = true;
        }
        return accounts;
    }

    private void add(KeptBatch kept) {
        if (kept.isOf(device)) {
            accounts.addAll(pending(told(kept)));
        }
    }

    /** What was looked at when it came; a line that was damaged since tells of nobody. */
    private static List<LedgerEntry> told(KeptBatch kept) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Receipt receipt : kept.batch().receipts()) {
            try {
                entries.add(LedgerEntry.read(receipt.entry()));
            } catch (WireException e) {
                LOG.warn("a kept receipt cannot be read; run: helios receipts");
            }
        }
        return entries;
    }

    /** These are. */
    void add(Collection<LedgerEntry> entries) {
        accounts.addAll(pending(entries));
    }

    static Set<Account> pending(Collection<LedgerEntry> entries) {
        Set<Account> pending = new HashSet<>();
        for (LedgerEntry entry : entries) {
            entry.postings().stream()
                    .map(Posting::account)
                    .filter(Account.Pending.class::isInstance)
                    .forEach(pending::add);
        }
        return pending;
    }
}
