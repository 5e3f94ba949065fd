/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who gives most, by the recent average that members are shown; reckoned anew once a minute at most. Not thread-safe. */
final class Ranking {

    private static final long KEPT_MILLIS = Duration.ofMinutes(1).toMillis();

    /** Millionths of a credit a day; whose average faded to nothing is not ranked. */
    private long[] ascending = {};
    /** Since when those who are ranked have been members: that never changes, and is asked for once. */
    private Map<String, Instant> since = Map.of();

    private long reckonedAt = Long.MIN_VALUE / 2;

    /** @param dates since when somebody has been a member */
    Optional<Contributions.Rank> of(
            Collection<MemberAccount> all, MemberAccount one, Function<String, Instant> dates, long now) {
        if (now - reckonedAt >= KEPT_MILLIS) {
            reckonedAt = now;
            reckon(all, dates);
        }
        long own = average(one, dates).micros();
        if (own <= 0) {
            return Optional.empty();
        }
        int above = ascending.length - notAbove(own);
        return Optional.of(new Contributions.Rank(above + 1L, Math.max(ascending.length, above + 1L)));
    }

    private void reckon(Collection<MemberAccount> all, Function<String, Instant> dates) {
        List<MemberAccount> ranked = all.stream()
                .filter(account -> account.activity().credits(reckonedAt).isPositive())
                .toList();
        since = ranked.stream().collect(Collectors.toMap(MemberAccount::member, account -> founded(account, dates)));
        ascending = ranked.stream()
                .mapToLong(account -> average(account, dates).micros())
                .sorted()
                .toArray();
    }

    private Instant founded(MemberAccount account, Function<String, Instant> dates) {
        Instant known = since.get(account.member());
        return known == null ? dates.apply(account.member()) : known;
    }

    private Credits average(MemberAccount account, Function<String, Instant> dates) {
        return RecentAverage.of(account.activity(), founded(account, dates), reckonedAt);
    }

    private int notAbove(long own) {
        int found = Arrays.binarySearch(ascending, own);
        int place = found < 0 ? -found - 1 : found;
        while (place < ascending.length && ascending[place] <= own) {
            place++;
        }
        return place;
    }
}
