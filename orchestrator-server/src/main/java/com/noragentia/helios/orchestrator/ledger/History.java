/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells members what they gave and took, as far as it is in memory. Not thread-safe; lives on the writer's thread. */
final class History {

    private final Ranking ranking = new Ranking();

    /** @param dates since when somebody has been a member */
    RecentHistory of(
            Books books, String member, LocalDate from, LocalDate to, Function<String, Instant> dates, long now) {
        Optional<MemberAccount> account = books.accounts().member(member);
        Balance balance = account.map(MemberAccount::balance).orElse(Balance.NOTHING);
        Contributions sums = new Contributions(
                from,
                to,
                account.map(MemberAccount::account).map(Account::text).orElse(null),
                balance.owned(),
                balance.held(),
                balance.pending(),
                account.map(MemberAccount::lifetime).orElse(Credits.ZERO),
                account.map(found -> RecentAverage.of(found.activity(), dates.apply(member), now))
                        .orElse(Credits.ZERO),
                account.flatMap(found -> ranking.of(books.accounts().members(), found, dates, now))
                        .orElse(null),
                account.stream().flatMap(History::devices).toList(),
                List.of());
        return new RecentHistory(
                sums,
                account.map(MemberAccount::number),
                account.stream().flatMap(History::names).toList(),
                account.stream()
                        .flatMap(found -> books.sums().of(found, from.toEpochDay(), to.toEpochDay()))
                        .toList(),
                books.inSnapshot());
    }

    private static Stream<Contributions.Device> devices(MemberAccount account) {
        return account.devices().stream()
                .map(device -> new Contributions.Device(
                        device.device(), device.account().text(), device.pending()));
    }

    private static Stream<RecentHistory.Name> names(MemberAccount account) {
        return account.devices().stream().map(device -> new RecentHistory.Name(device.number(), device.device()));
    }
}
