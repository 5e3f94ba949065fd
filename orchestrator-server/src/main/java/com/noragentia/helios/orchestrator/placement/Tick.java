/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One round of moves: again and again the model with the largest relative deficit gets the worker that fits best. Not thread-safe. */
final class Tick {

    /** At most one move in so many workers. */
    static final int WORKERS_PER_MOVE = 20;

    private final List<Host> hosts;
    private final Balance balance;
    private final Candidates candidates;
    private final List<Offer> wanting;
    private final Map<String, Deque<Move>> queues = new HashMap<>();
    private final Set<String> movedDevices = new HashSet<>();

    Tick(List<Offer> offers, List<Host> hosts, Balance balance, Candidates candidates) {
        this.hosts = hosts;
        this.balance = balance;
        this.candidates = candidates;
        this.wanting = new ArrayList<>(
                offers.stream().filter(offer -> balance.isShort(offer.model())).toList());
    }

    List<Move> moves() {
        int budget = Math.ceilDiv(hosts.size(), WORKERS_PER_MOVE);
        List<Move> moves = new ArrayList<>();
        while (moves.size() < budget && !wanting.isEmpty()) {
            Offer neediest = wanting.stream()
                    .max(Comparator.comparingDouble(offer -> balance.deficit(offer.model())))
                    .orElseThrow();
            Optional<Move> move = next(neediest);
            move.ifPresent(found -> {
                balance.moved(found);
                movedDevices.add(found.device());
                moves.add(found);
            });
            if (move.isEmpty() || !balance.wantsMore(neediest.model())) {
                wanting.remove(neediest);
            }
        }
        return moves;
    }

    /** What was found when the tick began may meanwhile be taken, or its givers have become too few. */
    private Optional<Move> next(Offer wanted) {
        Deque<Move> queue = queues.computeIfAbsent(wanted.model(), _ -> candidates.of(wanted, hosts));
        while (!queue.isEmpty()) {
            Move move = queue.removeFirst();
            boolean isGiven = move.release().stream().allMatch(model -> balance.mayGive(model, wanted.model()));
            if (isGiven && !movedDevices.contains(move.device())) {
                return Optional.of(move);
            }
        }
        return Optional.empty();
    }
}
