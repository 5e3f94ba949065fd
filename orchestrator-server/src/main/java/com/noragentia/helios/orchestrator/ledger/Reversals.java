/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The compensations of a ledger, which name an earlier entry by a hash of its event: only a second reading finds what each reverses, and only
 * where there are any. Not thread-safe.
 */
final class Reversals {

    private final Map<String, LedgerEntry> open = new HashMap<>();

    void add(LedgerEntry entry) {
        if (entry.kind() == EntryKind.COMPENSATION) {
            open.put(entry.event(), entry);
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Index of the first that does not reverse an earlier entry, found by reading all entries once more. */
    OptionalLong wrong(CheckedEntries again) throws IOException {
        for (Optional<CheckedEntry> next = again.next(); next.isPresent(); next = again.next()) {
            next.get().entry().ifPresent(this::close);
        }
        return open.values().stream().mapToLong(LedgerEntry::index).min();
    }

    private void close(LedgerEntry mistake) {
        String event = Event.of(EntryKind.COMPENSATION, mistake.event());
        LedgerEntry reversal = open.get(event);
        if (reversal != null
                && mistake.index() < reversal.index()
                && mistake.kind() != EntryKind.COMPENSATION
                && mistake.kind() != EntryKind.CLOSED
                && names(reversal, mistake)
                && reverses(sums(reversal), sums(mistake))) {
            open.remove(event);
        }
    }

    /** What counted since some time had been earned by then, and was not reversed yet; what no work was done for never counted. */
    private static boolean names(LedgerEntry reversal, LedgerEntry mistake) {
        Reversal named = reversal.reverses();
        if (named == null) {
            return true; // of the first version
        }
        boolean wasWork = switch (mistake.kind()) {
            case TASK, CANARY, MATURED -> true;
            case ALLOWANCE, BURNED, FINE, DECAY, COMPENSATION, CLOSED -> false;
        };
        return named.entry() == mistake.index()
                && (named.since() == 0 || (wasWork && named.since() >= mistake.at() && named.since() <= reversal.at()));
    }

    private static Map<Account, Credits> sums(LedgerEntry entry) {
        Map<Account, Credits> sums = new HashMap<>();
        entry.postings().forEach(posting -> sums.merge(posting.account(), posting.amount(), Credits::plus));
        return sums;
    }

    /**
     * As {@link Repair} does it: mint and treasury exactly, and nobody gets back more than was lost. What devices gained may be taken from
     * owners, whom the ledger does not name, and what was of closed accounts is burn's: of those the sum is limited.
     */
    private static boolean reverses(Map<Account, Credits> reversal, Map<Account, Credits> mistake) {
        Credits taken = Credits.ZERO;
        for (Map.Entry<Account, Credits> sum : reversal.entrySet()) {
            Credits back = of(mistake, sum.getKey()).negated();
            if (!(sum.getKey() instanceof Account.House)) {
                if (sum.getValue().isPositive() && sum.getValue().compareTo(back) > 0) {
                    return false;
                }
                taken = taken.plus(sum.getValue().negated().max(Credits.ZERO));
            }
        }
        return isExact(Account.House.MINT, reversal, mistake)
                && isExact(Account.House.TREASURY, reversal, mistake)
                && taken.compareTo(gained(mistake)) <= 0;
    }

    private static boolean isExact(Account account, Map<Account, Credits> reversal, Map<Account, Credits> mistake) {
        return of(reversal, account).plus(of(mistake, account)).isZero();
    }

    private static Credits gained(Map<Account, Credits> mistake) {
        Credits gained = Credits.ZERO;
        for (Map.Entry<Account, Credits> sum : mistake.entrySet()) {
            if (!(sum.getKey() instanceof Account.House)) {
                gained = gained.plus(sum.getValue().max(Credits.ZERO));
            }
        }
        return gained;
    }

    private static Credits of(Map<Account, Credits> sums, Account account) {
        return sums.getOrDefault(account, Credits.ZERO);
    }
}
