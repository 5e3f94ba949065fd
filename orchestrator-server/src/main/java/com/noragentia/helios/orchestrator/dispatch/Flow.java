/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * One member's tickets in a lane, and the member's virtual time: credits it was charged over its weight. Not thread-safe; lives on the
 * writer's thread.
 */
final class Flow {

    /** Whose turn it is: the smallest start tag, then the oldest ticket. Only for flows that are backlogged. */
    static final Comparator<Flow> BY_TURN =
            Flow::compareTurns; // written out, as every lease compares some dozens of times

    static final Comparator<Flow> BY_TAG = Flow::compareTags;

    private static final Comparator<Turn> BY_NUMBER = Comparator.comparingLong(Turn::number);
    private static final double NONE = Double.POSITIVE_INFINITY;

    private final String member;
    private final NavigableSet<Turn> waiting = new TreeSet<>(BY_NUMBER);
    private final NavigableSet<Turn> parked = new TreeSet<>(BY_NUMBER);
    /** Number of the ticket that goes next; of no meaning where none waits. */
    private long oldest;

    private double tag;
    private double joinedAt;
    /** An earlier tag at which the next ticket, and only that, may start; it goes wherever that ticket goes. */
    private double kept = NONE;
    /** The earliest start tag of what is parked. */
    private double keptByParked = NONE;

    Flow(String member, double present) {
        this.member = member;
        this.tag = present;
        this.joinedAt = present;
    }

    private static int compareTurns(Flow a, Flow b) {
        int order = Double.compare(a.start(), b.start());
        return order != 0 ? order : Long.compare(a.oldest, b.oldest);
    }

    private static int compareTags(Flow a, Flow b) {
        int order = Double.compare(a.tag, b.tag);
        return order != 0 ? order : a.member.compareTo(b.member);
    }

    String member() {
        return member;
    }

    /** The virtual time up to which the member has had its share. */
    double tag() {
        return tag;
    }

    /** The start tag of the next ticket. */
    double start() {
        return Math.min(kept, tag);
    }

    /** In the order in which they will go. */
    NavigableSet<Turn> waiting() {
        return waiting;
    }

    NavigableSet<Turn> parked() {
        return parked;
    }

    boolean isBacklogged() {
        return !waiting.isEmpty();
    }

    /** Adds a ticket; a flow that had none waiting is lifted to the present. */
    void add(Turn turn, double present) {
        if (waiting.isEmpty()) {
            tag = Math.max(tag, present);
            joinedAt = present;
        }
        waiting.add(turn);
        oldest = waiting.getFirst().number();
    }

    /** Adds a ticket that may start at {@code present} although the member has had its share. */
    void addBack(Turn turn, double present) {
        add(turn, present);
        kept = Math.min(kept, present);
    }

    void remove(Turn turn) {
        if (!waiting.isEmpty() && waiting.getFirst().equals(turn)) {
            kept = NONE;
        }
        waiting.remove(turn);
        oldest = waiting.isEmpty() ? 0 : waiting.getFirst().number();
        parked.remove(turn);
        keptByParked = parked.isEmpty() ? NONE : keptByParked;
    }

    /** Removes a ticket that begins: the member's time goes on by {@code share}, in credits over weight. */
    void begin(Turn turn, double share) {
        remove(turn);
        kept = NONE;
        tag += share;
    }

    void park(Turn turn) {
        double start = start();
        remove(turn);
        parked.add(turn);
        keptByParked = Math.min(keptByParked, start);
    }

    /** Puts what is parked back; its first ticket starts where it would have started. */
    void unpark(double present) {
        double start = keptByParked;
        parked.forEach(turn -> add(turn, present));
        parked.clear();
        keptByParked = NONE;
        kept = Math.min(kept, start);
    }

    /** Moves the tag by {@code share}, but never to before the flow last joined: that would be credit for idle time. */
    void correct(double share) {
        tag = Math.max(tag + share, joinedAt);
    }

    /** The start tag that a ticket of this flow will probably have. */
    double startOf(Turn turn, double weight) {
        double end = tag;
        double start = parked.contains(turn) ? Math.min(keptByParked, tag) : start();
        for (Turn earlier : waiting.headSet(turn)) {
            end += earlier.paid() ? 0 : earlier.ticket().cost() / weight;
            start = end;
        }
        return start;
    }

    /** How many tickets of this flow will probably begin before one that starts at {@code otherStart}. */
    int countBefore(double otherStart, long otherNumber, double weight) {
        int count = 0;
        double end = tag;
        double start = start();
        for (Turn turn : waiting) {
            if (start > otherStart || (start == otherStart && turn.number() >= otherNumber)) {
                break;
            }
            count++;
            end += turn.paid() ? 0 : turn.ticket().cost() / weight;
            start = end;
        }
        return count;
    }
}
