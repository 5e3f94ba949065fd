/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells members what they gave and took: the days of the snapshot and the entries since. Not thread-safe. */
final class History {

    private final DayTable table = new DayTable();
    private final Ranking ranking = new Ranking();

    Contributions of(
            Transaction tx, Books books, String member, LocalDate from, LocalDate to, Instant since, long now) {
        Optional<MemberAccount> account = books.accounts().member(member);
        Balance balance = account.map(MemberAccount::balance).orElse(Balance.NOTHING);
        return new Contributions(
                from,
                to,
                account.map(MemberAccount::account).map(Account::text).orElse(null),
                balance.owned(),
                balance.held(),
                balance.pending(),
                account.map(MemberAccount::lifetime).orElse(Credits.ZERO),
                account.map(found -> Credits.of(found.activity().perDay(now)))
                        .map(weighed -> RecentAverage.of(weighed, since, Instant.ofEpochMilli(now)))
                        .orElse(Credits.ZERO),
                account.flatMap(found -> ranking.of(books.accounts().members(), found, now))
                        .orElse(null),
                account.stream().flatMap(History::devices).toList(),
                account.map(found -> days(tx, books, found, from.toEpochDay(), to.toEpochDay()))
                        .orElse(List.of()));
    }

    private static Stream<Contributions.Device> devices(MemberAccount account) {
        return account.devices().stream()
                .map(device -> new Contributions.Device(
                        device.device(), device.account().text(), device.pending()));
    }

    private List<Contributions.Day> days(Transaction tx, Books books, MemberAccount account, long from, long to) {
        Map<Long, String> names =
                account.devices().stream().collect(Collectors.toMap(DeviceAccount::number, DeviceAccount::device));
        Map<DayLine.Key, DayLine> lines = new TreeMap<>(DayLine.ORDER);
        Stream.concat(table.of(tx, account, from, to).stream(), books.sums().of(account, from, to))
                .forEach(sum ->
                        lines.computeIfAbsent(DayLine.key(sum), DayLine::new).add(sum));
        return lines.values().stream().map(line -> line.told(names)).toList();
    }
}
