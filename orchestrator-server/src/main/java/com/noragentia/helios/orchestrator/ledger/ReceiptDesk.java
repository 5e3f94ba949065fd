/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which entries each device has yet to sign for. Thread-safe. */
final class ReceiptDesk {

    /** A device that has not come for its receipts by then does not get them any more. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int RECEIPTS_PER_UNIT = 250;

    private final Store store;
    private final Clock clock;
    private final ReceiptTable table = new ReceiptTable();
    private final PseudonymTable pseudonyms = new PseudonymTable();
    /** Pseudonyms with something to sign for; one too many does no harm. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    ReceiptDesk(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        waiting.addAll(store.read(table::accountsWithDue));
    }

    /** These are about to stand under a checkpoint. The same again changes nothing. Written in slices, so that nobody else waits for long. */
    void add(Collection<DueReceipt> due) {
        List<DueReceipt> inOrder = due.stream().sorted(DueReceipt.BY_ACCOUNT).toList();
        for (int from = 0; from < inOrder.size(); from += RECEIPTS_PER_UNIT) {
            List<DueReceipt> slice = inOrder.subList(from, Math.min(inOrder.size(), from + RECEIPTS_PER_UNIT));
            store.write(tx -> {
                slice.forEach(receipt -> table.addDue(tx, receipt));
                return true;
            });
            slice.forEach(receipt -> waiting.add(receipt.account()));
        }
    }

    /** Whether a device has anything to sign for, under whatever owner it was earned. */
    boolean isDue(String device) {
        return !waiting.isEmpty()
                && store.read(tx -> pseudonyms.ofDevice(tx, device)).stream().anyMatch(waiting::contains);
    }

    /** The pseudonym under which a device has yet to sign for an entry. */
    Optional<String> account(String device, long index) {
        return store.read(tx -> pseudonyms.due(tx, device, index));
    }

    /** The first that are due of a device, in the order of the ledger, before {@code end}; all under one pseudonym. */
    List<LogTable.Body> due(String device, long end, int most) {
        return store.read(tx -> pseudonyms.ofDevice(tx, device).stream()
                .map(account -> table.due(tx, account, end, most))
                .filter(due -> !due.isEmpty())
                .findFirst()
                .orElse(List.of()));
    }

    /** Forgets what nobody will sign for: of closed accounts, and what is older than {@link #KEPT}. */
    void forgetOld() {
        Instant until = clock.instant().minus(KEPT);
        store.write(tx -> {
            table.forget(tx, until);
            return true;
        });
    }

    /** Keeps a signature that has been checked. The same again changes nothing. */
    void signed(SignedReceipts signed) {
        boolean hasMore = store.write(tx -> {
            table.sign(tx, signed, clock.instant());
            return table.hasDue(tx, signed.account());
        });
        if (!hasMore) {
            waiting.remove(signed.account());
            // What came due since the unit ran is in the table.
            Optional.of(signed.account())
                    .filter(account -> store.read(tx -> table.hasDue(tx, account)))
                    .ifPresent(waiting::add);
        }
    }
}
