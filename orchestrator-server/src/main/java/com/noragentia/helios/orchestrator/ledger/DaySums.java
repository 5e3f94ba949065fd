/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What happened since the last snapshot, summed up by day for the history of each member. Not thread-safe. */
final class DaySums {

    private final Map<DaySum.Key, DaySum> sums = new HashMap<>();

    /** @param device 0 for the member's own account */
    void add(LedgerEntry entry, long day, MemberAccount owner, long device, Credits amount) {
        LedgerEntry.Facts facts = entry.facts();
        DaySum.Key key = new DaySum.Key(owner.number(), day, device, entry.kind(), facts == null ? "" : facts.expert());
        sums.merge(key, new DaySum(key, amount, burned(entry, amount), 1), DaySum::plus);
    }

    private static Credits burned(LedgerEntry entry, Credits amount) {
        return switch (entry.kind()) {
            case TASK, FINE, BURNED, CLOSED ->
                amount.isPositive() ? Credits.ZERO : Postings.of(entry).burned();
            case CANARY, ALLOWANCE, MATURED, DECAY, COMPENSATION -> Credits.ZERO;
        };
    }

    Collection<DaySum> all() {
        return sums.values();
    }

    /** From one day to another, both included. */
    Stream<DaySum> of(MemberAccount owner, long from, long to) {
        return sums.values().stream()
                .filter(sum -> sum.key().owner() == owner.number()
                        && sum.key().day() >= from
                        && sum.key().day() <= to);
    }

    /** Of accounts that have no row, whose numbers are below nothing. */
    void forgetUnnamed() {
        sums.keySet().removeIf(key -> key.owner() < 0);
    }

    void clear() {
        sums.clear();
    }
}
