/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets of one lane that only their member's own devices may take, first come first served. Nobody else's turn depends on them, so
 * they stand apart from the {@link FairQueue} and cost nothing. Not thread-safe; lives on the writer's thread.
 */
final class OwnQueue {

    private final Map<String, Deque<Ticket>> byMember = new HashMap<>();
    private int size;

    void add(Ticket ticket) {
        of(ticket.member()).addLast(ticket);
        size++;
    }

    /** A ticket that was taken comes back, before the others of its member. */
    void addBack(Ticket ticket) {
        of(ticket.member()).addFirst(ticket);
        size++;
    }

    private Deque<Ticket> of(String member) {
        return byMember.computeIfAbsent(member, _ -> new ArrayDeque<>());
    }

    Optional<Ticket> firstOf(String member) {
        return Optional.ofNullable(byMember.get(member)).map(Deque::getFirst);
    }

    /** Without effect for a ticket that does not wait here. Time: linear in the member's tickets. */
    void remove(Ticket ticket) {
        Deque<Ticket> waiting = byMember.get(ticket.member());
        if (waiting != null && waiting.remove(ticket)) {
            size--;
            if (waiting.isEmpty()) {
                byMember.remove(ticket.member());
            }
        }
    }

    /** How many tickets of its member are before one; 0 for one that does not wait here. */
    int ahead(Ticket ticket) {
        return Math.max(
                0,
                List.copyOf(byMember.getOrDefault(ticket.member(), new ArrayDeque<>()))
                        .indexOf(ticket));
    }

    /** Members with a ticket here. */
    List<String> members() {
        return List.copyOf(byMember.keySet());
    }

    int size() {
        return size;
    }
}
