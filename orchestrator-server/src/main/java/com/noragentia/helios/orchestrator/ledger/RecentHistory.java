/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Contributions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A member's contribution as of a moment, as far as it was in memory: the days before the last snapshot are missing, and are read from the
 * database by whoever asked, not by the thread that writes. Immutable.
 */
public final class RecentHistory {

    private final Contributions sums;
    private final Optional<Long> account;
    private final List<Name> devices;
    private final List<DaySum> since;
    private final long snapshot;

    /** Under which number the days know a device. */
    record Name(long number, String device) {}

    /**
     * What was in memory.
     *
     * @param sums all but the days
     * @param account number of the member's; empty where the ledger knows none
     * @param since what happened since the snapshot
     * @param snapshot entries that it holds
     */
    RecentHistory(Contributions sums, Optional<Long> account, List<Name> devices, List<DaySum> since, long snapshot) {
        this.sums = sums;
        this.account = account;
        this.devices = List.copyOf(devices);
        this.since = List.copyOf(since);
        this.snapshot = snapshot;
    }

    /**
     * With the days before, from any connection; empty where another snapshot was written in between, so that the two do not fit together.
     */
    public Optional<Contributions> with(Transaction tx) {
        if (account.isEmpty()) {
            return Optional.of(sums);
        }
        DayTable.AsOf before = new DayTable()
                .of(tx, account.get(), sums.from().toEpochDay(), sums.to().toEpochDay());
        return before.entries() == snapshot ? Optional.of(told(before.days())) : Optional.empty();
    }

    private Contributions told(List<DaySum> before) {
        Map<Long, String> names = devices.stream().collect(Collectors.toMap(Name::number, Name::device));
        Map<DayLine.Key, DayLine> lines = new TreeMap<>(DayLine.ORDER);
        Stream.concat(before.stream(), since.stream())
                .forEach(sum ->
                        lines.computeIfAbsent(DayLine.key(sum), DayLine::new).add(sum));
        return new Contributions(
                sums.from(),
                sums.to(),
                sums.account(),
                sums.owned(),
                sums.held(),
                sums.pending(),
                sums.lifetime(),
                sums.recentAverage(),
                sums.rank(),
                sums.devices(),
                lines.values().stream().map(line -> line.told(names)).toList());
    }
}
