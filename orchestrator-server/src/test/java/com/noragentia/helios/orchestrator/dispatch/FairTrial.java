/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static com.noragentia.helios.orchestrator.dispatch.Queueing.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A queue under random load, beside start-time fair queueing as the paper has it: each ticket gets its start tag when it comes, max(V, the
 * finish tag of the member's last one). Each ticket taken must be one with the smallest start tag.
 */
final class FairTrial {

    static final double LARGEST_COST = 50;
    static final double TOLERANCE = 1e-6;

    final Map<String, Double> weights = new HashMap<>();
    final FairQueue queue = new FairQueue(member -> weights.getOrDefault(member, 1.0));
    /** What each member was charged so far, over its weight. */
    final Map<String, Double> served = new HashMap<>();

    private final Map<String, Double> starts = new HashMap<>();
    private final Map<String, Double> finishes = new HashMap<>();
    private final RandomGenerator random;
    private double present;
    private int count;

    FairTrial(RandomGenerator random, int members) {
        this.random = random;
        for (int i = 0; i < members; i++) {
            weights.put("m" + i, 1 + 5 * random.nextDouble());
        }
    }

    String anyMember() {
        return "m" + random.nextInt(weights.size());
    }

    /** How far the start tag of a ticket that waits is ahead of V. */
    double ahead(Ticket ticket) {
        return Objects.requireNonNull(starts.get(ticket.task())) - present;
    }

    double weight(String member) {
        return weights.getOrDefault(member, 1.0);
    }

    /** A ticket of random cost; mostly cheap, some dear. */
    Ticket arrive(String member) {
        double cost = random.nextInt(4) == 0 ? LARGEST_COST * (1 - random.nextDouble()) : 1 + random.nextInt(5);
        Ticket ticket = Queueing.ticket("t" + count++, member, cost);
        double start = Math.max(present, finishes.getOrDefault(member, 0.0));
        starts.put(ticket.task(), start);
        finishes.put(member, start + cost / weight(member));
        queue.add(ticket);
        return ticket;
    }

    Ticket takeOne() {
        Ticket ticket = Queueing.takeFirst(queue, NOON);
        double smallest = starts.values().stream().mapToDouble(it -> it).min().orElseThrow();
        double start = Objects.requireNonNull(starts.remove(ticket.task()));
        assertThat(start).isLessThan(smallest + TOLERANCE);
        present = starts.isEmpty()
                ? finishes.values().stream().mapToDouble(it -> it).max().orElseThrow()
                : start;
        served.merge(ticket.member(), ticket.cost() / weight(ticket.member()), Double::sum);
        return ticket;
    }
}
