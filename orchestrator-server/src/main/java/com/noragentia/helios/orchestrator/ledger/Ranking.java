/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Contributions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Who gives most, by recent average; reckoned anew once a minute at most. Not thread-safe. */
final class Ranking {

    private static final long KEPT_MILLIS = Duration.ofMinutes(1).toMillis();
    /** Credits a day, the smallest part of a credit: whose average faded below it is not ranked, for it never fades to nothing. */
    private static final double LEAST = 0.000_001;

    private double[] ascending = {};
    private long reckonedAt = Long.MIN_VALUE / 2;

    Optional<Contributions.Rank> of(Collection<MemberAccount> all, MemberAccount one, long now) {
        if (now - reckonedAt >= KEPT_MILLIS) {
            reckonedAt = now;
            ascending = all.stream()
                    .mapToDouble(account -> account.activity().perDay(now))
                    .filter(average -> average >= LEAST)
                    .sorted()
                    .toArray();
        }
        double own = one.activity().perDay(reckonedAt);
        if (own < LEAST) {
            return Optional.empty();
        }
        int above = ascending.length - notAbove(own);
        return Optional.of(new Contributions.Rank(above + 1L, Math.max(ascending.length, above + 1L)));
    }

    private int notAbove(double own) {
        int found = Arrays.binarySearch(ascending, own);
        int place = found < 0 ? -found - 1 : found;
        while (place < ascending.length && ascending[place] <= own) {
            place++;
        }
        return place;
    }
}
