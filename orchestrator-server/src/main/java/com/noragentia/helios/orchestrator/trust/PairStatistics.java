/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds pairs and owners that chance does not explain: trust.md 3.6. As whoever gets a task is drawn by lot, a requester's tasks should fall
 * on an owner as everybody's do, day by day, since owners come and go. Pure.
 */
final class PairStatistics {

    /** A pair is improbable below this chance. */
    static final double IMPROBABLE = 1e-6;
    /** An owner is suspect with a larger share of its income from so few. */
    static final double LARGE_SHARE = 0.5;

    static final int FEW = 3;
    /** Among fewer requesters three of them are no small part of all. */
    static final int FEWEST_REQUESTERS = 8;
    /** Owners who earned less than so many usual questions bring have proven no habit. */
    static final double LEAST_INCOME_JOBS = 20;
    /** Where the network's own three best customers bring much, an owner's may bring so many times as much. */
    static final double USUAL_SPREAD = 1.2;

    private PairStatistics() {}

    static List<Suspicion> of(Collection<PairDay> days, JobEquivalent job) {
        return Stream.concat(pairs(days), owners(days, job.times(LEAST_INCOME_JOBS)))
                .toList();
    }

    private record Pair(String requester, String owner) {}

    private static Stream<Suspicion> pairs(Collection<PairDay> all) {
        Map<Pair, Long> observed = all.stream()
                .collect(Collectors.groupingBy(
                        day -> new Pair(day.requester(), day.owner()), Collectors.summingLong(PairDay::tasks)));
        Map<Pair, Double> expected = new HashMap<>();
        for (List<PairDay> day :
                all.stream().collect(Collectors.groupingBy(PairDay::day)).values()) {
            QuasiIndependence chance = QuasiIndependence.fitting(day);
            // Also of those who did not meet on that day, or only good luck would count.
            observed.keySet()
                    .forEach(
                            pair -> expected.merge(pair, chance.expected(pair.requester(), pair.owner()), Double::sum));
        }
        return observed.entrySet().stream()
                .map(pair -> new Suspicion(
                        Suspicion.Kind.PAIR,
                        pair.getKey().requester(),
                        pair.getKey().owner(),
                        pair.getValue(),
                        expected.getOrDefault(pair.getKey(), 0.0)))
                .filter(PairStatistics::isImprobable);
    }

    private static boolean isImprobable(Suspicion pair) {
        double mean = pair.expected();
        boolean isKnown = mean > 0 && mean < Double.POSITIVE_INFINITY; // fitting may fail where hardly anybody met
        return isKnown && PoissonTail.log((long) pair.observed(), mean) < Math.log(IMPROBABLE);
    }

    private static Stream<Suspicion> owners(Collection<PairDay> all, Credits leastIncome) {
        Map<String, Long> paid = sums(all, PairDay::requester, PairDay::micros);
        if (paid.size() < FEWEST_REQUESTERS) {
            return Stream.empty();
        }
        double usual = shareOfFew(paid);
        return all.stream().collect(Collectors.groupingBy(PairDay::owner)).entrySet().stream()
                .filter(owner ->
                        owner.getValue().stream().mapToLong(PairDay::micros).sum() >= leastIncome.micros())
                .map(owner -> new Suspicion(
                        Suspicion.Kind.FEW_CUSTOMERS,
                        "",
                        owner.getKey(),
                        shareOfFew(sums(owner.getValue(), PairDay::requester, PairDay::micros)),
                        usual))
                .filter(owner -> owner.observed() > Math.max(LARGE_SHARE, USUAL_SPREAD * usual));
    }

    private static double shareOfFew(Map<String, Long> paid) {
        long few = paid.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(FEW)
                .mapToLong(Long::longValue)
                .sum();
        long whole = paid.values().stream().mapToLong(Long::longValue).sum();
        return whole == 0 ? 0 : few / (double) whole;
    }

    private static Map<String, Long> sums(
            Collection<PairDay> days, Function<PairDay, String> key, ToLongFunction<PairDay> amount) {
        return days.stream().collect(Collectors.groupingBy(key, Collectors.summingLong(amount)));
    }
}
