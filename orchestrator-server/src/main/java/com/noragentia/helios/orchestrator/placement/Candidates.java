/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who could take a model on, the best fit first, found once a tick for each model that is short. Not thread-safe. */
final class Candidates {

    /** A worker gives up no model that it was told to host more recently. */
    static final Duration RESIDENCY = Duration.ofMinutes(15);

    private record Candidate(Move move, Duration remaining, boolean onDisk, long memoryLeft) {}

    /** Free memory first, then idle before busy, then no download, then the fewest given up, then the tightest fit. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                    (Candidate candidate) -> !candidate.move().release().isEmpty())
            .thenComparing(Candidate::remaining)
            .thenComparing(candidate -> !candidate.onDisk())
            .thenComparingInt(candidate -> candidate.move().release().size())
            .thenComparingLong(Candidate::memoryLeft)
            .thenComparing(candidate -> candidate.move().device());

    private final Map<String, Offer> offers;
    private final Load load;
    private final Shelves shelves;
    private final Balance balance;
    private final Instant residentSince;

    Candidates(Map<String, Offer> offers, Load load, Shelves shelves, Balance balance, Instant now) {
        this.offers = offers;
        this.load = load;
        this.shelves = shelves;
        this.balance = balance;
        this.residentSince = now.minus(RESIDENCY);
    }

    Deque<Move> of(Offer wanted, List<Host> hosts) {
        return new ArrayDeque<>(hosts.stream()
                .flatMap(host -> candidate(wanted, host).stream())
                .sorted(BEST_FIRST)
                .map(Candidate::move)
                .toList());
    }

    private Optional<Candidate> candidate(Offer wanted, Host host) {
        boolean isOut = host.hosts(wanted.model())
                || host.unfit().contains(wanted.model())
                || wanted.memoryBytes() > host.memoryBytes();
        return isOut
                ? Optional.empty()
                : release(wanted, host)
                        .map(release -> new Candidate(
                                new Move(host.device(), release, wanted.model()),
                                remaining(host, release),
                                shelves.isOnDisk(host.device(), wanted.model()),
                                free(host, new HashSet<>(release)) - wanted.memoryBytes()));
    }

    /** What the worker must give up: idle models before busy ones, then those of which there are most; empty if it can't make room. */
    private Optional<List<String>> release(Offer wanted, Host host) {
        if (free(host, Set.of()) >= wanted.memoryBytes()) {
            return Optional.of(List.of());
        }
        List<String> givers = host.models().entrySet().stream()
                .filter(hosting -> !hosting.getValue().since().isAfter(residentSince))
                .map(Map.Entry::getKey)
                .filter(model -> balance.mayGive(model, wanted.model()))
                .sorted(Comparator.comparing((String model) -> load.remaining(host.device(), model))
                        .thenComparingDouble(balance::deficit)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> release = new ArrayList<>();
        for (String giver : givers) {
            release.add(giver);
            if (free(host, new HashSet<>(release)) >= wanted.memoryBytes()) {
                return Optional.of(withoutNeedless(release, wanted, host));
            }
        }
        return Optional.empty();
    }

    private List<String> withoutNeedless(List<String> release, Offer wanted, Host host) {
        List<String> needed = new ArrayList<>(release);
        for (String model : release) {
            Set<String> fewer = new HashSet<>(needed);
            fewer.remove(model);
            if (free(host, fewer) >= wanted.memoryBytes()) {
                needed.remove(model);
            }
        }
        return List.copyOf(needed);
    }

    private long free(Host host, Set<String> released) {
        return host.memoryBytes()
                - host.models().keySet().stream()
                        .filter(model -> !released.contains(model))
                        .map(offers::get)
                        .mapToLong(offer -> offer == null ? 0 : offer.memoryBytes())
                        .sum();
    }

    private Duration remaining(Host host, List<String> release) {
        return release.stream()
                .map(model -> load.remaining(host.device(), model))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
