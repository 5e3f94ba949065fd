/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tickets of one lane, each member in its turn: start-time fair queueing (Goyal, Vin, Cheng 1996; for language models VTC, arXiv
 * 2401.00588). Each member is a flow with a virtual time, its tag. The flow with the smallest tag is served, and its tag goes on by cost
 * over weight. A flow that begins to wait is lifted to the lane's virtual time: no credit for idle time, and no debt.
 *
 * <p>The bounds, with w the weights that counted, c the largest cost of a ticket, while tickets are taken in turn:
 *
 * <ul>
 *   <li>Two members i and j who both wait all the while: the credits they were charged, each over its weight, differ by at most
 *       c/w<sub>i</sub> + c/w<sub>j</sub>, over any stretch of time.
 *   <li>A ticket whose member has a tag D ahead of the lane's, tickets that wait before it included, begins before any other member j has
 *       been charged more than w<sub>j</sub>·D + c. For the first ticket of a member who comes D is 0: each other member begins one ticket
 *       before it at most, however many it has waiting.
 * </ul>
 *
 * <p>Each call takes time logarithmic in the tickets that wait, but {@link #ahead} and {@link #unpark}. Not thread-safe; lives on the writer's
 * thread.
 */
final class FairQueue {

    private final MemberWeights weights;
    private final Flows flows;
    private final Map<String, Turn> turns = new HashMap<>();
    private final Set<Flow> withParked = new LinkedHashSet<>();
    private int parked;
    private long lastNumber;
    private long firstNumber;

    FairQueue(MemberWeights weights) {
        this(weights, Flow.BY_TURN);
    }

    /** {@code byTurn} is {@link Flow#BY_TURN}, perhaps counted. */
    FairQueue(MemberWeights weights, Comparator<Flow> byTurn) {
        this.weights = weights;
        this.flows = new Flows(byTurn);
    }

    /** Queues a ticket behind the others of its member. */
    void add(Ticket ticket) {
        Turn turn = enter(ticket, ++lastNumber, false);
        flows.change(turn.flow(), flow -> flow.add(turn, flows.present()));
    }

    /**
     * A ticket that was taken comes back, before the others of its member. One that was charged starts at the lane's present and is not
     * charged again; one that was taken free waits for its member's turn like any other.
     */
    void addBack(Ticket ticket, boolean charged) {
        Turn turn = enter(ticket, --firstNumber, charged);
        flows.change(turn.flow(), flow -> {
            if (charged) {
                flow.addBack(turn, flows.present());
            } else {
                flow.add(turn, flows.present());
            }
        });
    }

    private Turn enter(Ticket ticket, long number, boolean paid) {
        if (!(ticket.cost() > 0) || ticket.cost() == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Task " + ticket.task() + " costs " + ticket.cost());
        }
        if (turns.containsKey(ticket.task())) {
            throw new IllegalArgumentException("Task " + ticket.task() + " waits already");
        }
        Turn turn = new Turn(flows.of(ticket.member()), ticket, number, paid);
        turns.put(ticket.task(), turn);
        return turn;
    }

    /** Whose turn it is. */
    Optional<Ticket> first() {
        return flows.next().map(flow -> flow.waiting().getFirst().ticket());
    }

    /** The next ticket of a member, whoever's turn it is. */
    Optional<Ticket> firstOf(String member) {
        return flows.find(member)
                .filter(Flow::isBacklogged)
                .map(flow -> flow.waiting().getFirst().ticket());
    }

    /** Removes a ticket that begins, and charges its member, unless it paid before. */
    void take(Ticket ticket, Instant now) {
        Turn turn = leave(ticket.task());
        Flow flow = turn.flow();
        double start = flow.start();
        double share = turn.paid() ? 0 : ticket.cost() / weights.at(ticket, now);
        flows.change(flow, it -> it.begin(turn, share));
        flows.advanceTo(start);
    }

    /** Removes a ticket that begins on its member's own device: no charge, and the lane's time stands still. */
    void takeFree(Ticket ticket) {
        drop(leave(ticket.task()));
    }

    /** Removes a ticket that is not wanted any more, waiting or parked. */
    Optional<Ticket> remove(String task) {
        if (!turns.containsKey(task)) {
            return Optional.empty();
        }
        Turn turn = leave(task);
        drop(turn);
        return Optional.of(turn.ticket());
    }

    private void drop(Turn turn) {
        flows.change(turn.flow(), flow -> flow.remove(turn));
    }

    private Turn leave(String task) {
        Turn turn = turn(task);
        turns.remove(task);
        Flow flow = turn.flow();
        if (flow.parked().contains(turn)) {
            parked--;
            if (flow.parked().size() == 1) {
                withParked.remove(flow);
            }
        }
        return turn;
    }

    private Turn turn(String task) {
        Turn turn = turns.get(task);
        if (turn == null) {
            throw new IllegalArgumentException("Task " + task + " does not wait");
        }
        return turn;
    }

    /** Sets a ticket aside that nobody who is ready may take, until {@link #unpark}. */
    void park(Ticket ticket) {
        Turn turn = turn(ticket.task());
        if (turn.flow().waiting().contains(turn)) {
            flows.change(turn.flow(), flow -> flow.park(turn));
            withParked.add(turn.flow());
            parked++;
        }
    }

    /**
     * Puts all that is parked back in its old order. The first ticket of each member starts at its old tag; those behind it go on from the
     * present, so that a crowd of them does not come all at once. Time: linear in what is parked.
     */
    void unpark() {
        withParked.forEach(flow -> flows.change(flow, it -> it.unpark(flows.present())));
        withParked.clear();
        parked = 0;
    }

    /** Charges a member {@code credits} more, or less where negative: true use less what was estimated. */
    void correct(String member, double credits) {
        if (!Double.isFinite(credits)) {
            throw new IllegalArgumentException("A correction of " + credits);
        }
        if (credits > 0 || flows.find(member).isPresent()) {
            flows.change(flows.of(member), flow -> flow.correct(credits / weights.within(member)));
        }
    }

    /**
     * How many tickets will begin before a task if nobody comes, goes, ages or is parked; 0 for one that does not wait. For one that is
     * parked: if it were put back now. Time: linear in the members before it and their tickets.
     */
    int ahead(String task) {
        Turn turn = turns.get(task);
        if (turn == null) {
            return 0;
        }
        double start = turn.flow().startOf(turn, weights.within(turn.flow().member()));
        int count = 0;
        for (Flow flow : flows.inTurn()) {
            if (flow.start() > start) {
                break;
            }
            count += flow.countBefore(start, turn.number(), weights.within(flow.member()));
        }
        return count;
    }

    /** Tickets that wait for their turn, without those parked. */
    int size() {
        return turns.size() - parked;
    }

    int parked() {
        return parked;
    }

    /** Members of whom something is remembered: those with tickets, and those who are ahead of their share. */
    int members() {
        return flows.count();
    }

    Stream<Ticket> parkedTickets() {
        return withParked.stream().flatMap(flow -> flow.parked().stream()).map(Turn::ticket);
    }

    /** All tickets, also those parked, in no order. */
    Stream<Ticket> tickets() {
        return turns.values().stream().map(Turn::ticket);
    }
}
