/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tickets for tests, and a queue emptied. */
final class Queueing {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final MemberWeights EQUAL = member -> 1;

    private Queueing() {}

    static Ticket ticket(String task, String member, double cost) {
        return ticket(task, member, cost, NOON);
    }

    static Ticket ticket(String task, String member, double cost, Instant queuedAt) {
        return new Ticket(
                task, "job of " + task, member, LaneKey.of(Expert.CHAT), new Work(1, 1), cost, queuedAt, false);
    }

    /** A queue in which {@code tickets} wait in this order. */
    static FairQueue queueOf(MemberWeights weights, Ticket... tickets) {
        FairQueue queue = new FairQueue(weights);
        Stream.of(tickets).forEach(queue::add);
        return queue;
    }

    /** Takes whoever's turn it is. */
    static Ticket takeFirst(FairQueue queue, Instant now) {
        Ticket ticket = queue.first().orElseThrow();
        queue.take(ticket, now);
        return ticket;
    }

    /** The names of the tasks in the order in which they go. */
    static List<String> emptied(FairQueue queue) {
        List<String> order = new ArrayList<>();
        while (queue.size() > 0) {
            order.add(takeFirst(queue, NOON).task());
        }
        return order;
    }
}
