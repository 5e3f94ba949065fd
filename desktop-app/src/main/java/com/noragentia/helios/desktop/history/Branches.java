/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The exchanges of a chat as the tree that editing and asking anew make of them, and the branch that is shown. A question that was edited and an
 * answer that was asked for anew are versions of the same place: children of one parent. Immutable.
 *
 * @param <T> an exchange; told from others by identity
 */
public final class Branches<T> {

    private static final int NONE = -1;

    private final List<T> exchanges;
    private final IdentityHashMap<T, Integer> places = new IdentityHashMap<>();
    private final int[] parents;
    private final int tip;

    /**
     * The branches of a chat. An exchange whose parent is missing counts as a first one.
     *
     * @param exchanges oldest first
     * @param parent of an exchange; empty for a first one
     * @param tip the last exchange shown; where it is missing, the newest
     */
    public Branches(List<T> exchanges, Function<T, Optional<T>> parent, Optional<T> tip) {
        this.exchanges = List.copyOf(exchanges);
        for (T exchange : this.exchanges) {
            places.put(exchange, places.size());
        }
        this.parents = this.exchanges.stream()
                .mapToInt(exchange -> place(parent.apply(exchange)))
                .toArray();
        int shown = place(tip);
        this.tip = shown == NONE ? this.exchanges.size() - 1 : shown;
    }

    private int place(Optional<T> exchange) {
        return exchange.map(places::get).orElse(NONE);
    }

    /** All exchanges, oldest first. */
    public List<T> all() {
        return exchanges;
    }

    /** What is shown, from the first exchange to the last. */
    public List<T> shown() {
        Deque<T> way = new ArrayDeque<>();
        BitSet passed = new BitSet();
        for (int next = tip;
                next != NONE && !passed.get(next);
                next = parents[next]) { // a damaged file may go round in circles
            passed.set(next);
            way.addFirst(exchanges.get(next));
        }
        return List.copyOf(way);
    }

    /** The versions of the place of an exchange of this chat, oldest first, itself among them. */
    public List<T> versions(T exchange) {
        int parent = parents[place(exchange)];
        return IntStream.range(0, parents.length)
                .filter(place -> parents[place] == parent)
                .mapToObj(exchanges::get)
                .toList();
    }

    private int place(T exchange) {
        Integer place = places.get(exchange);
        if (place == null) {
            throw new IllegalArgumentException("an exchange of another chat");
        }
        return place;
    }

    /** Where the newest branch below an exchange of this chat ends: what is shown when a member turns to that version. */
    public T newestBelow(T exchange) {
        int start = place(exchange);
        // children come after their parents, so the last one below has none
        return IntStream.iterate(parents.length - 1, place -> place > start, place -> place - 1)
                .filter(place -> isBelow(place, start))
                .mapToObj(exchanges::get)
                .findFirst()
                .orElse(exchange);
    }

    private boolean isBelow(int place, int above) {
        BitSet passed = new BitSet();
        int next = place;
        while (next != NONE && next != above && !passed.get(next)) {
            passed.set(next);
            next = parents[next];
        }
        return next == above;
    }
}
